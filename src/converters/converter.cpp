#include "converters/converter.hpp"

#include <array>
#include <utility>

namespace bienban::converters {

Converter converter_of(std::string_view format) {
	constexpr std::array<std::pair<std::string_view, Converter>, 5> k_converters = {{
	    {"docx", convert_docx},
	    {"pdf", convert_pdf},
	    {"png", convert_png},
	    {"jpeg", convert_jpeg},
	    {"tiff", convert_tiff},
	}};
	for (const auto& [name, converter] : k_converters) {
		if (name == format) return converter;
	}
	return nullptr;
}

}  // namespace bienban::converters
