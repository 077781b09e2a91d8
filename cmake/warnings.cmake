# Warnings as a target that only our own code links: foreign headers and generated files stay out of it.
add_library(bienban_warnings INTERFACE)
target_compile_options(bienban_warnings INTERFACE
	-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
	-Wcast-align -Wcast-qual -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough -Wextra-semi -Wvla
	# Off: aggregates are made with designated initialisers, and what they leave out is meant to have its default.
	-Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
	target_compile_options(bienban_warnings INTERFACE
		-Wduplicated-cond -Wlogical-op
		# Off: these two see faults in the inlined code of libstdc++ 12's own strings and vectors (GCC bugs 105329,
		# 105651 and their kin), at -O2 and under the sanitizers, where there are none.
		-Wno-restrict -Wno-maybe-uninitialized)
endif()
if(BIENBAN_WERROR)
	target_compile_options(bienban_warnings INTERFACE -Werror)
endif()
