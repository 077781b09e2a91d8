#include "converters/converter.hpp"

#include <array>
#include <utility>

namespace bienban::converters {

Converter converter_of(std::string_view format) {
	constexpr std::array<std::pair<std::string_view, Converter>, 1> k_converters = {{
	    {"docx", convert_docx},
	}};
	for (const auto& [name, converter] : k_converters) {
		if (name == format) return converter;
	}
	return nullptr;
}

}  // namespace bienban::converters
