# What an installation holds beside the program and its data: how a desktop, a shell and a reader find them.
include(GNUInstallDirs)

# The program tells its own manual page and what bash completes, so neither can lag behind its command line.
set(manual ${CMAKE_BINARY_DIR}/manual)
file(MAKE_DIRECTORY ${manual})
add_custom_command(
    TARGET spinescope POST_BUILD
    COMMAND spinescope describe --as man > ${manual}/spinescope.1
    COMMAND gzip -9nf ${manual}/spinescope.1
    COMMAND spinescope describe --as bash > ${manual}/spinescope
    VERBATIM)
install(FILES ${manual}/spinescope.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${manual}/spinescope DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)

set(packaging ${CMAKE_SOURCE_DIR}/packaging)
install(FILES ${packaging}/spinescope.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${packaging}/spinescope.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${packaging}/io.github.spinescope.spinescope.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${packaging}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
