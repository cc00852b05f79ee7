#include "anatomy/swept.hpp"

#include "anatomy/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>

namespace spinescope::anatomy {

namespace {

/// Cubic Hermite between `b` and `c`, whose slopes follow from their neighbours; `t` 0 to 1.
template <typename Value>
Value hermite(const Value& a, const Value& b, const Value& c, const Value& d, const glm::vec3& gaps,
              float t) {
    const Value out = (c - a) * (gaps.y / (gaps.x + gaps.y));
    const Value in = (d - b) * (gaps.y / (gaps.y + gaps.z));
    const float t2 = t * t;
    const float t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * b + (t3 - 2 * t2 + t) * out + (3 * t2 - 2 * t3) * c + (t3 - t2) * in;
}

/// A section: its middle, the two half axes as vectors, its ride.
struct Section {
    glm::vec3 at{}, side{}, deep{};
    float ride = 0;
};

std::vector<Section> sections_of(const Sweep& sweep) {
    const std::vector<SweptStation> axis = along(sweep);
    std::vector<float> run(axis.size(), 0);
    for (std::size_t i = 1; i < axis.size(); ++i)
        run[i] = run[i - 1] + glm::distance(axis[i - 1].at, axis[i].at);
    const float length = run.back();
    const auto on_axis = [&](float s) {
        std::size_t i = 1;
        while (i + 1 < run.size() && run[i] < s) ++i;
        const float t = (s - run[i - 1]) / std::max(run[i] - run[i - 1], 1e-6F);
        const SweptStation& a = axis[i - 1];
        const SweptStation& b = axis[i];
        return SweptStation{glm::mix(a.at, b.at, t), glm::mix(a.side, b.side, t), glm::mix(a.deep, b.deep, t),
                            glm::mix(a.ride, b.ride, t)};
    };
    // Round ends: sections close together where the surface turns inward.
    const auto blunt = [&](const SweptStation& end) {
        return std::min(std::min(end.side, end.deep), 0.3F * length);
    };
    const float head = blunt(axis.front());
    const float tail = blunt(axis.back());
    std::vector<float> places{0.12F * head, 0.5F * head};
    const float middle = length - head - tail;
    const int count = std::max(1, static_cast<int>(std::lround(middle / sweep.step_mm)));
    for (int i = 0; i <= count; ++i)
        places.push_back(head + middle * static_cast<float>(i) / static_cast<float>(count));
    places.push_back(length - 0.5F * tail);
    places.push_back(length - 0.12F * tail);

    std::vector<Section> sections;
    glm::vec3 before = sweep.side;
    for (const float s : places) {
        const SweptStation here = on_axis(s);
        const glm::vec3 ahead = glm::normalize(on_axis(std::min(s + 0.5F * sweep.step_mm, length)).at -
                                               on_axis(std::max(s - 0.5F * sweep.step_mm, 0.0F)).at);
        glm::vec3 side = sweep.side - glm::dot(sweep.side, ahead) * ahead;
        if (glm::length(side) < 0.3F) side = before - glm::dot(before, ahead) * ahead; // runs along `side`
        side = glm::normalize(side);
        before = side;
        const auto round = [&](float to_end, float blunt_end) {
            const float t = std::clamp(1 - to_end / std::max(blunt_end, 1e-6F), 0.0F, 1.0F);
            return std::sqrt(1 - t * t);
        };
        const float full = round(s, head) * round(length - s, tail);
        sections.push_back(
            {here.at, full * here.side * side, full * here.deep * glm::cross(ahead, side), here.ride});
    }
    return sections;
}

/// Which way there is more room; zero where it is the same all round.
glm::vec3 roomier(const glm::vec3& p, const Room& room) {
    constexpr float h = 0.15F; // mm
    const auto slope = [&](const glm::vec3& d) { return room(p + d) - room(p - d); };
    const glm::vec3 g{slope({h, 0, 0}), slope({0, h, 0}), slope({0, 0, h})};
    const float length = glm::length(g);
    return length > 1e-6F ? g / length : glm::vec3(0);
}

/// Leads the axis round what it would run into.
void clear_axis(std::vector<Section>& sections, const Room& room) {
    constexpr float least = 0.12F; // mm of room on the axis itself
    for (Section& section : sections)
        for (int step = 0; step < 8; ++step) {
            const float lacking = least - room(section.at);
            if (lacking <= 0) break;
            section.at += std::min(lacking, 0.8F) * roomier(section.at, room);
        }
}

/// The part of every section's radius for which there is room, `around` a section; evened out, so that the
/// tissue lies against what it meets like something soft.
std::vector<float> fitted(const std::vector<Section>& sections, const std::vector<glm::vec3>& spokes,
                          int around, const Room& room) {
    constexpr float touch = 0.02F; // mm
    const auto n = static_cast<std::size_t>(around);
    std::vector<float> limit(spokes.size(), 1);
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const float free = room(sections[i].at);
        if (free > std::max(glm::length(sections[i].side), glm::length(sections[i].deep))) continue;
        for (std::size_t k = 0; k < n; ++k) {
            const glm::vec3& spoke = spokes[i * n + k];
            const float length = glm::length(spoke);
            float reached = std::max(free, 0.0F);
            for (int step = 0; step < 12 && reached < length; ++step) {
                const float ahead = room(sections[i].at + spoke * (reached / length));
                if (ahead < touch) break;
                reached += 0.9F * ahead;
            }
            limit[i * n + k] = std::clamp(reached / length, 0.02F, 1.0F);
        }
    }
    std::vector<float> size = limit;
    for (int round = 0; round < 3; ++round) {
        const std::vector<float> old = size;
        for (std::size_t i = 0; i < sections.size(); ++i)
            for (std::size_t k = 0; k < n; ++k) {
                const float before = old[(i > 0 ? i - 1 : i) * n + k];
                const float after = old[(i + 1 < sections.size() ? i + 1 : i) * n + k];
                const float beside = old[i * n + (k + 1) % n] + old[i * n + (k + n - 1) % n];
                size[i * n + k] =
                    std::min(limit[i * n + k], 0.4F * old[i * n + k] + 0.15F * (before + after + beside));
            }
    }
    return size;
}

} // namespace

std::vector<SweptStation> along(const Sweep& sweep) {
    const std::vector<SweptStation>& at = sweep.stations;
    std::vector<SweptStation> fine;
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        const SweptStation& a = at[i > 0 ? i - 1 : 0];
        const SweptStation& b = at[i];
        const SweptStation& c = at[i + 1];
        const SweptStation& d = at[std::min(i + 2, at.size() - 1)];
        const auto gap = [](const SweptStation& from, const SweptStation& to) {
            return glm::distance(from.at, to.at);
        };
        const glm::vec3 gaps{gap(a, b), std::max(gap(b, c), 1e-4F), gap(c, d)};
        const int parts = std::max(1, static_cast<int>(std::ceil(gaps.y / sweep.step_mm)));
        for (int j = 0; j < parts; ++j) {
            const float t = static_cast<float>(j) / static_cast<float>(parts);
            const auto size = [&](float SweptStation::*of) {
                return std::clamp(hermite(a.*of, b.*of, c.*of, d.*of, gaps, t), std::min(b.*of, c.*of),
                                  std::max(b.*of, c.*of));
            };
            fine.push_back({hermite(a.at, b.at, c.at, d.at, gaps, t), size(&SweptStation::side),
                            size(&SweptStation::deep), glm::mix(b.ride, c.ride, t)});
        }
    }
    fine.push_back(at.back());
    return fine;
}

Mesh swept(const Sweep& sweep, const Room& room) {
    std::vector<Section> sections = sections_of(sweep);
    if (room) clear_axis(sections, room);
    const auto n = static_cast<std::size_t>(sweep.around);
    std::vector<glm::vec3> spokes;
    for (const Section& section : sections)
        for (std::size_t k = 0; k < n; ++k) {
            const float angle = glm::two_pi<float>() * static_cast<float>(k) / static_cast<float>(n);
            spokes.push_back(std::cos(angle) * section.side + std::sin(angle) * section.deep);
        }
    const std::vector<float> size =
        room ? fitted(sections, spokes, sweep.around, room) : std::vector<float>(spokes.size(), 1);

    // Fibres run along the axis: across them is counted on the largest section, both ways round to its far
    // side.
    float girth = 0;
    for (std::size_t i = 0; i < sections.size(); ++i)
        girth = std::max(girth, glm::length(sections[i].side) + glm::length(sections[i].deep));
    const float half_round = 0.5F * glm::pi<float>() * girth;

    Mesh mesh;
    const auto corner = [&](const glm::vec3& p, float ride, float across) {
        mesh.positions.push_back(p);
        mesh.ride.push_back(ride);
        mesh.across.push_back(across);
    };
    for (std::size_t i = 0; i < sections.size(); ++i)
        for (std::size_t k = 0; k < n; ++k) {
            const auto share = static_cast<float>(std::min(k, n - k)) / static_cast<float>(n) * 2;
            corner(sections[i].at + size[i * n + k] * spokes[i * n + k], sections[i].ride,
                   share * half_round);
        }
    const auto last = static_cast<std::uint32_t>((sections.size() - 1) * n);
    const auto round = static_cast<std::uint32_t>(n);
    const auto head = static_cast<std::uint32_t>(mesh.positions.size());
    const auto tip = [&](const SweptStation& end, const Section& next) {
        corner(room && room(end.at) < 0 && room(next.at) > room(end.at) ? next.at : end.at, end.ride,
               0.5F * half_round);
    };
    tip(sweep.stations.front(), sections.front());
    tip(sweep.stations.back(), sections.back());
    for (std::uint32_t k = 0; k < round; ++k) {
        const std::uint32_t next = (k + 1) % round;
        mesh.indices.insert(mesh.indices.end(), {head, next, k});
        for (std::uint32_t ring = 0; ring < last; ring += round)
            mesh.indices.insert(mesh.indices.end(), {ring + k, ring + next, ring + round + next, ring + k,
                                                     ring + round + next, ring + round + k});
        mesh.indices.insert(mesh.indices.end(), {last + k, last + next, head + 1});
    }
    shade(mesh);
    return mesh;
}

Sweep eased(const Sweep& sweep, const Room& room, float gap) {
    constexpr int rounds = 6;
    constexpr float stride = 1.0F; // mm a round, so that a station cannot jump through a wall
    Sweep bent = sweep;
    bent.stations = along(sweep);
    std::vector<SweptStation>& at = bent.stations;
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 1; i + 1 < at.size(); ++i) {
            const float lacking = std::max(at[i].side, at[i].deep) + gap - room(at[i].at);
            if (lacking > 0) at[i].at += std::min(lacking, stride) * roomier(at[i].at, room);
        }
        if (round + 2 < rounds)
            for (std::size_t i = 1; i + 1 < at.size(); ++i)
                at[i].at = 0.5F * at[i].at + 0.25F * (at[i - 1].at + at[i + 1].at);
    }
    return bent;
}

glm::vec3 settled(const glm::vec3& p, const Room& room, float reach) {
    glm::vec3 best = p;
    for (float stride = 0.25F * reach; stride > 0.1F; stride *= 0.8F) {
        glm::vec3 next = best + stride * roomier(best, room);
        const float off = glm::distance(next, p);
        if (off > reach) next = p + (next - p) * (reach / off);
        if (room(next) > room(best)) best = next;
    }
    return best;
}

Shape solid_of(const Sweep& sweep) {
    std::vector<Station> stations;
    stations.reserve(sweep.stations.size());
    for (const SweptStation& s : sweep.stations) stations.push_back({s.at, s.side, s.deep});
    return limb(stations, sweep.side);
}

Mesh joined(std::span<const Mesh> parts) {
    Mesh whole;
    for (const Mesh& part : parts) {
        const auto first = static_cast<std::uint32_t>(whole.positions.size());
        const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
        append(whole.positions, part.positions);
        append(whole.normals, part.normals);
        append(whole.ride, part.ride);
        append(whole.across, part.across);
        for (const std::uint32_t i : part.indices) whole.indices.push_back(first + i);
    }
    return whole;
}

void shade(Mesh& mesh) {
    mesh.normals.assign(mesh.positions.size(), glm::vec3(0));
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3& a = mesh.positions[mesh.indices[i]];
        const glm::vec3 n =
            glm::cross(mesh.positions[mesh.indices[i + 1]] - a, mesh.positions[mesh.indices[i + 2]] - a);
        for (std::size_t k = 0; k < 3; ++k) mesh.normals[mesh.indices[i + k]] += n;
    }
    for (glm::vec3& n : mesh.normals) {
        const float length = glm::length(n);
        n = length > 1e-9F ? n / length : glm::vec3(0, 1, 0);
    }
}

} // namespace spinescope::anatomy
