#include "converters/converter.hpp"

#include <array>
#include <utility>

namespace bienban::converters {

Converter converter_of(std::string_view format) {
	constexpr std::array<std::pair<std::string_view, Converter>, 16> k_converters = {{
	    {"archive", convert_archive},
	    {"doc", convert_doc},
	    {"docx", convert_docx},
	    {"docx", convert_docx},
	    {"eml", convert_eml},
	    {"epub", convert_epub},
	    {"gzip", convert_gzip},
	    {"jpeg", convert_jpeg},
	    {"mhtml", convert_mhtml},
	    {"odt", convert_odt},
	    {"pdf", convert_pdf},
	    {"png", convert_png},
	    {"rtf", convert_rtf},
	    {"tiff", convert_tiff},
	    {"trial", convert_trial},
	    {"warc", convert_warc},
	}};
	for (const auto& [name, converter] : k_converters) {
		if (name == format) return converter;
	}
	return nullptr;
}

}  // namespace bienban::converters
