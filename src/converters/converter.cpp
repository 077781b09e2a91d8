#include "converters/converter.hpp"

#include <array>
#include <utility>

namespace bienban::converters {

Converter converter_of(std::string_view format) {
	constexpr auto k_converters = std::to_array<std::pair<std::string_view, Converter>>({
	    {"doc", convert_doc},
	    {"docx", convert_docx},
	    {"epub", convert_epub},
	    {"odt", convert_odt},
	    {"rtf", convert_rtf},
	    {"trial", convert_trial},
	    {"pdf", convert_pdf},
	    {"png", convert_png},
	    {"jpeg", convert_jpeg},
	    {"tiff", convert_tiff},
	});
	for (const auto& [name, converter] : k_converters) {
		if (name == format) return converter;
	}
	return nullptr;
}

}  // namespace bienban::converters
