#include "converters/recognition_libraries.hpp"

#include <cstdlib>

namespace bienban::converters {

const Libraries& libraries() {
	static const Libraries k_libraries = [] {
		::setenv("OMP_THREAD_LIMIT", "1", 1);
		Libraries loaded;
		if (loaded.whole()) loaded.setMsgSeverity(L_SEVERITY_NONE);
		return loaded;
	}();
	return k_libraries;
}

}  // namespace bienban::converters
