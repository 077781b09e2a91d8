#include "converters/converter.hpp"

#include <array>
#include <utility>

namespace bienban::converters {

Converter converter_of(std::string_view format) {
	constexpr std::array<std::pair<std::string_view, Converter>, 10> k_converters = {{
	    {"doc", convert_doc},
	    {"docx", convert_docx},
	    {"epub", convert_epub},
	    {"jpeg", convert_jpeg},
	    {"odt", convert_odt},
	    {"pdf", convert_pdf},
	    {"png", convert_png},
	    {"rtf", convert_rtf},
	    {"tiff", convert_tiff},
	    {"trial", convert_trial},
	}};
	for (const auto& [name, converter] : k_converters) {
		if (name == format) return converter;
	}
	return nullptr;
}

}  // namespace bienban::converters
