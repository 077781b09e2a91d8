# A room: one folder of src/ as one static library `bienban_<name>`, whose link list says what it may know.
#
#   bienban_room(NAME [DEPENDS room...] [LIBS library...])
#
# DEPENDS are the rooms whose headers its files may include; tests/check_rooms.py reads the same list and refuses any
# other. LIBS are libraries from outside. Takes every *.cpp of the folder save *_test.cpp, which go to the one test
# program, and main.cpp, which is a program of its own. A folder with headers only becomes an interface library.
function(bienban_room NAME)
	cmake_parse_arguments(PARSE_ARGV 1 ROOM "" "" "DEPENDS;LIBS")
	file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
	set(tests ${sources})
	list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
	list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
	list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
	get_property(generated DIRECTORY PROPERTY BIENBAN_GENERATED)
	list(APPEND sources ${generated})

	list(TRANSFORM ROOM_DEPENDS PREPEND bienban_)
	set(target bienban_${NAME})
	if(sources)
		add_library(${target} STATIC ${sources})
		target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/src)
		target_link_libraries(${target} PUBLIC ${ROOM_DEPENDS} tl::expected PRIVATE ${ROOM_LIBS} bienban_warnings)
		target_compile_definitions(${target} PRIVATE BIENBAN_VERSION="${PROJECT_VERSION}")
	else()
		add_library(${target} INTERFACE)
		target_include_directories(${target} INTERFACE ${PROJECT_SOURCE_DIR}/src)
		target_link_libraries(${target} INTERFACE ${ROOM_DEPENDS} tl::expected ${ROOM_LIBS})
	endif()

	set_property(GLOBAL APPEND PROPERTY BIENBAN_ROOMS ${NAME})
	set_property(GLOBAL APPEND PROPERTY BIENBAN_TEST_SOURCES ${tests})
	set_property(GLOBAL APPEND PROPERTY BIENBAN_TEST_LIBS ${target} ${ROOM_LIBS})
	if(tests)
		set_property(GLOBAL APPEND PROPERTY BIENBAN_TESTED_ROOMS ${NAME})
	endif()
endfunction()

# Builds the files of a folder of the project (those of PATTERN, else *.tsv) into the room: adds to it a generated file that defines
# `std::span<const EmbeddedFile> bienban::base::embedded_<NAME>()`. To be called before bienban_room() of the same folder.
# The file is written anew only when a table changed, and nothing but it is compiled then.
function(bienban_embed NAME FOLDER)
	set(pattern *.tsv)
	if(ARGC GREATER 2)
		set(pattern ${ARGV2})
	endif()
	file(GLOB files CONFIGURE_DEPENDS ${FOLDER}/${pattern})
	set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded_${NAME}.cpp)
	set(list ${CMAKE_CURRENT_BINARY_DIR}/embedded_${NAME}.txt)
	# The list stands in a file of its own, so that a table added or removed also makes the output stale.
	set(lines ${files})
	list(JOIN lines "\n" lines)
	file(CONFIGURE OUTPUT ${list} CONTENT "${lines}" @ONLY)
	add_custom_command(OUTPUT ${out}
		COMMAND ${CMAKE_COMMAND} -D NAME=${NAME} -D LIST=${list} -D OUT=${out} -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
		DEPENDS ${files} ${list} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
		COMMENT "Embedding ${NAME}" VERBATIM)
	# -w: a table is longer than the 65,536 bytes that -Wpedantic allows a literal; GCC and clang take any length.
	set_source_files_properties(${out} PROPERTIES COMPILE_OPTIONS -w)
	set_property(DIRECTORY APPEND PROPERTY BIENBAN_GENERATED ${out})
endfunction()
