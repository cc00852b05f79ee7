# The Debian package: cpack --config build/CPackConfig.cmake, or scripts/package.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME spinescope)
set(CPACK_PACKAGE_VENDOR "The Spinescope authors")
set(CPACK_PACKAGE_CONTACT "Spinescope <spinescope@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "interactive 3D model of the human spine")
set(CPACK_PACKAGE_DESCRIPTION
    "Why won't my back pop, and is it safe to force it? Spinescope shows the
spine built from published measurements, solves a facet joint's pop from
published equations, and lets one scrub through it from seconds down to
milliseconds. It teaches; it does not diagnose.")
set(CPACK_STRIP_FILES ON)
# As everybody's umask, whatever that of the person who packs.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What it opens by name while it runs, where shlibdeps cannot see it: libepoxy loads libEGL, which loads a
# driver; without a graphics card that is Mesa's.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libegl1, libgl1, libgl1-mesa-dri")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS ffmpeg) # for films
include(CPack)
