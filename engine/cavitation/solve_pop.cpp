#include "cavitation/solve_pop.hpp"

#include "cavitation/energy.hpp"
#include "cavitation/joint_equations.hpp"
#include "files/failure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cvode/cvode.h>
#include <functional>
#include <memory>
#include <numbers>
#include <nvector/nvector_serial.h>
#include <string>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <vector>

namespace spinescope::cavitation {

namespace {

/// Samples recorded in each step of the solver.
constexpr int samples_per_step = 2;
/// Steps after which a run is given up: a joint's pop takes about two thousand.
constexpr int longest_run = 50000;

void require(int flag, const char* step) {
    if (flag < 0)
        throw Failure("the pop",
                      std::string("the solver stopped (") + step + ": " + CVodeGetReturnFlagName(flag) + ")",
                      "choose parameters nearer to a joint's");
}

/// CVODE (Hindmarsh et al. 2005): stiff BDF, dense Newton, for the joint's equations in one regime at a time.
class Integrator {
public:
    Integrator(const JointEquations& joint, double relative_tolerance) : joint_(joint) {
        SUNContext context = nullptr;
        SUNContext_Create(nullptr, &context);
        context_ = {context, [](SUNContext c) { SUNContext_Free(&c); }};
        const auto vector = [&] { return Vector(N_VNew_Serial(unknowns, context), N_VDestroy); };
        y_ = vector();
        tolerance_ = vector();
        matrix_ = {SUNDenseMatrix(unknowns, unknowns, context), SUNMatDestroy};
        solver_ = {SUNLinSol_Dense(y_.get(), matrix_.get(), context), SUNLinSolFree};
        cvode_ = {CVodeCreate(CV_BDF, context), [](void* c) { CVodeFree(&c); }};
        // What is too small to matter.
        const State smallest{
            1e-11, joint.smallest_speed(), 1e-17, 1e-12, 1e-7, 1e-17, 1e-17, 1e-17, 1e-17, 1e-17, 1e-17};
        std::ranges::copy(smallest, N_VGetArrayPointer(tolerance_.get()));
        require(CVodeInit(cvode_.get(), right_hand_side, 0, y_.get()), "CVodeInit");
        require(CVodeSVtolerances(cvode_.get(), relative_tolerance, tolerance_.get()), "tolerances");
        require(CVodeSetUserData(cvode_.get(), this), "user data");
        require(CVodeSetLinearSolver(cvode_.get(), solver_.get(), matrix_.get()), "linear solver");
        require(CVodeSetErrHandlerFn(
                    cvode_.get(), [](int, const char*, const char*, char*, void*) {}, nullptr),
                "error handler"); // a failure is told once, by require()
        require(CVodeRootInit(cvode_.get(), 2, roots), "CVodeRootInit");
        std::array<int, 2> falling{-1, -1};
        require(CVodeSetRootDirection(cvode_.get(), falling.data()), "root direction");
        CVodeSetNonlinConvCoef(cvode_.get(), 0.03);
        CVodeSetMaxOrd(cvode_.get(), 4); // order 5 is the least stable, and gains nothing here
        CVodeSetNoInactiveRootWarn(cvode_.get());
    }

    void restart(Regime regime, double t, const State& y) {
        regime_ = regime;
        std::ranges::copy(y, N_VGetArrayPointer(y_.get()));
        require(CVodeReInit(cvode_.get(), t, y_.get()), "CVodeReInit");
    }

    /// One step, not beyond `stop`. Returns the end of the regime that was reached, or -1.
    int step(double stop, double& t) {
        if (++steps_ > longest_run)
            throw Failure("the pop", "the solver takes too many steps",
                          "choose parameters nearer to a joint's");
        require(CVodeSetStopTime(cvode_.get(), stop), "stop time");
        int flag = CVode(cvode_.get(), stop, y_.get(), &t, CV_ONE_STEP);
        // A film at the turn between thinning and opening is stiff beyond measure; a fresh, short step
        // passes.
        for (int fresh = 0; (flag == CV_CONV_FAILURE || flag == CV_ERR_FAILURE) && fresh < 5; ++fresh) {
            restart(regime_, t, state());
            require(CVodeSetStopTime(cvode_.get(), stop), "stop time");
            flag = CVode(cvode_.get(), stop, y_.get(), &t, CV_ONE_STEP);
        }
        require(flag, "CVode");
        if (flag != CV_ROOT_RETURN) return -1;
        std::array<int, 2> found{};
        CVodeGetRootInfo(cvode_.get(), found.data());
        return found[0] != 0 ? 0 : 1;
    }

    [[nodiscard]] State state() const {
        State y;
        std::copy_n(N_VGetArrayPointer(y_.get()), y.size(), y.begin());
        return y;
    }
    /// The state at a time within the last step.
    [[nodiscard]] State state_at(double t, int derivative = 0) {
        State y;
        const Vector view(N_VMake_Serial(unknowns, y.data(), context_.get()), N_VDestroy);
        require(CVodeGetDky(cvode_.get(), t, derivative, view.get()), "CVodeGetDky");
        return y;
    }

private:
    using Vector = std::unique_ptr<std::remove_pointer_t<N_Vector>, void (*)(N_Vector)>;

    static int right_hand_side(double t, N_Vector y, N_Vector dy, void* self) {
        const auto& me = *static_cast<Integrator*>(self);
        const std::span<const double> state(N_VGetArrayPointer(y), unknowns);
        if (!(state[gap] > 0) || (me.regime_ == Regime::bubble && !(state[radius] > 0))) return 1;
        me.joint_.derivatives(me.regime_, t, state, {N_VGetArrayPointer(dy), unknowns});
        return 0;
    }
    static int roots(double t, N_Vector y, double* distance, void* self) {
        const auto& me = *static_cast<Integrator*>(self);
        std::ranges::copy(me.joint_.ends(me.regime_, t, {N_VGetArrayPointer(y), unknowns}), distance);
        return 0;
    }

    const JointEquations& joint_;
    Regime regime_ = Regime::film;
    int steps_ = 0;
    std::unique_ptr<std::remove_pointer_t<SUNContext>, void (*)(SUNContext)> context_{nullptr, nullptr};
    Vector y_{nullptr, nullptr}, tolerance_{nullptr, nullptr};
    std::unique_ptr<std::remove_pointer_t<SUNMatrix>, void (*)(SUNMatrix)> matrix_{nullptr, nullptr};
    std::unique_ptr<std::remove_pointer_t<SUNLinearSolver>, int (*)(SUNLinearSolver)> solver_{nullptr,
                                                                                              nullptr};
    std::unique_ptr<void, void (*)(void*)> cvode_{nullptr, nullptr};
};

Instant::Kind kind(Regime left, Regime entered) {
    if (left == Regime::film) return Instant::Kind::nucleation;
    if (left == Regime::bubble) return Instant::Kind::flat_cavity;
    if (left == Regime::cavity) return Instant::Kind::gas_at_rest;
    return entered == Regime::cavity ? Instant::Kind::old_gas_opens : Instant::Kind::gas_gone;
}

struct Joint {
    Regime regime;
    State y;
};

/// p = rho V'' / (4 pi r) at 0.5 m in air (a monopole; the tissue filters it, so an upper bound). V'' is the
/// difference of V' over 50 us: nothing above 20 kHz is heard. The time is that of leaving the joint.
void add_sound(std::vector<Sample>& samples, const std::vector<double>& volume_rate) {
    constexpr double air_density = 1.14, distance = 0.5, window = 50e-6;
    constexpr double factor = air_density / (4 * std::numbers::pi * distance);
    std::size_t before = 0, after = 0; // last samples not later than the window's two ends
    const auto rate = [&](std::size_t& i, double t) {
        while (i + 2 < samples.size() && samples[i + 1].time_s <= t) ++i;
        const double share = (t - samples[i].time_s) / (samples[i + 1].time_s - samples[i].time_s);
        return std::lerp(volume_rate[i], volume_rate[i + 1], std::clamp(share, 0.0, 1.0));
    };
    for (Sample& sample : samples) {
        const double t = sample.time_s;
        sample.sound_Pa = factor * (rate(after, t + window / 2) - rate(before, t - window / 2)) / window;
    }
}

/// Told of every instant that is kept: regime, time, state and its derivative.
using Recorder = std::function<void(Regime, double, const State&, const State&)>;

/// Follows the joint to `end`. Returns the instants at which its gas changed regime.
std::vector<Instant> run(const JointEquations& joint, Joint& at, double end, double relative_tolerance,
                         const Recorder& recorder) {
    Integrator integrator(joint, relative_tolerance);
    std::vector<Instant> instants;
    double recorded_s = -1;
    const auto record = [&](double t, const State& y, const State& dy) {
        if (!recorder || t <= recorded_s) return;
        recorder(at.regime, t, y, dy);
        recorded_s = t;
    };
    double t = 0;
    record(t, at.y, State{});
    std::vector<double> stops;
    for (const double corner : joint.course().corners())
        if (corner < end) stops.push_back(corner);
    stops.push_back(end);
    int restarts = 0;
    for (const double stop : stops) {
        integrator.restart(at.regime, t, at.y);
        while (t < stop) {
            const double before = t;
            const int ended = integrator.step(stop, t);
            for (int k = 1; recorder && k < samples_per_step; ++k) {
                const double between = before + (t - before) * k / samples_per_step;
                if (between > before && between < t)
                    record(between, integrator.state_at(between), integrator.state_at(between, 1));
            }
            at.y = integrator.state();
            if (recorder) record(t, at.y, integrator.state_at(t, 1));
            if (ended < 0) continue;
            if (++restarts > 500)
                throw Failure("the pop", "the joint opens and closes without end",
                              "choose parameters nearer to a joint's");
            const Regime left = at.regime;
            at.regime = joint.next(left, ended, t, at.y);
            instants.push_back({kind(left, at.regime), t});
            integrator.restart(at.regime, t, at.y);
        }
    }
    return instants;
}

/// The state in which the pull finds the joint: rested, or `rest` after the thrust of an earlier one.
Joint before_the_pull(const JointEquations& joint, const Parameters& parameters, double relative_tolerance) {
    constexpr double day = 86400;
    Joint at{Regime::film, joint.rested()};
    if (parameters.rest < day)
        run(joint, at, joint.course().thrust + parameters.rest, relative_tolerance, nullptr);
    return at;
}

/// The instants that no change of regime marks.
void add_film_yields(Course& course, double film) {
    const double given = 1.02 * film; // far from rest, still before a healthy film tears
    if (course.samples.front().cavity_m3 > 0 || course.samples.front().gap_m >= given) return;
    const auto beyond =
        std::ranges::find_if(course.samples, [&](const Sample& s) { return s.gap_m >= given; });
    if (beyond == course.samples.end()) return;
    const Sample &b = *beyond, &a = *(beyond - 1);
    course.instants.push_back(
        {Instant::Kind::film_yields, std::lerp(a.time_s, b.time_s, (given - a.gap_m) / (b.gap_m - a.gap_m))});
}
void add_snap(Course& course) {
    const auto flat = std::ranges::find(course.instants, Instant::Kind::flat_cavity, &Instant::kind);
    if (flat == course.instants.end()) return;
    const auto after = std::ranges::upper_bound(course.samples, flat->time_s, {}, &Sample::time_s);
    const auto open = std::adjacent_find(after, course.samples.end(),
                                         [](const Sample& a, const Sample& b) { return b.gap_m <= a.gap_m; });
    if (open != course.samples.end()) course.instants.push_back({Instant::Kind::snap, open->time_s});
}

} // namespace

Course solve_pop(const Parameters& parameters, double relative_tolerance) {
    check(parameters);
    const JointEquations joint(parameters);
    Joint at = before_the_pull(joint, parameters, relative_tolerance);
    Course course;
    std::vector<double> volume_rate;
    course.instants = run(joint, at, parameters.end, relative_tolerance,
                          [&](Regime regime, double t, const State& y, const State& dy) {
                              course.samples.push_back(joint.observe(regime, t, y));
                              volume_rate.push_back(JointEquations::volume_rate(regime, y, dy));
                          });
    add_sound(course.samples, volume_rate);
    add_film_yields(course, parameters.film);
    add_snap(course);
    std::ranges::stable_sort(course.instants, {}, &Instant::time_s);
    return course;
}

std::vector<EnergyBalance> energy_of_pop(const Parameters& parameters, double relative_tolerance) {
    check(parameters);
    const JointEquations joint(parameters);
    Joint at = before_the_pull(joint, parameters, relative_tolerance);
    std::vector<EnergyBalance> account;
    Ledger first, last;
    run(joint, at, parameters.end, relative_tolerance,
        [&](Regime regime, double t, const State& y, const State&) {
            const Ledger now = joint.ledger(regime, t, y);
            if (account.empty()) {
                first = last = now;
                account.push_back({.time_s = t});
                return;
            }
            EnergyBalance sum = account.back();
            const double half = (t - sum.time_s) / 2; // trapezium
            sum.time_s = t;
            sum.pull += half * (last.pull_W + now.pull_W);
            sum.atmosphere += half * (last.atmosphere_W + now.atmosphere_W);
            sum.viscous += half * (last.viscous_film_W + now.viscous_film_W + last.viscous_tissue_W +
                                   now.viscous_tissue_W);
            sum.elastic = now.elastic_J + now.contact_J - first.elastic_J - first.contact_J;
            sum.kinetic = now.kinetic_J - first.kinetic_J;
            account.push_back(sum);
            last = now;
        });
    return account;
}

} // namespace spinescope::cavitation
