#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "model/printed.hpp"

/// What a file of any format holds: parts that the reading room can read.
namespace bienban::conversion {

/// Plain text, bytes as they are: the reading room finds the encoding.
struct PlainText {
	std::string bytes;
};

/// A page of HTML, bytes as they are. Word-processor formats come as this too, with headings, paragraphs, lists and
/// tables as elements, in UTF-8.
struct Html {
	std::string bytes;
};

/// Printed pages: of a PDF, or recognised in images.
struct Printed {
	std::vector<model::PrintedPage> pages;
	bool recognised = false;  ///< in images, by OCR
};

/// What the file says of itself outside its text; empty where it says nothing.
struct Told {
	std::string title;
	std::string published;  ///< EDTF day
	std::vector<std::string> authors;
};

/// One document in a file. A file of text, an office document or a PDF is one part; an archive, an e-mail with
/// attachments or a WARC has many.
struct Part {
	std::string name;  ///< path inside the file ("2019/bien-ban.docx", "message", the address in a WARC); empty for the
	                   ///< file itself
	std::string format;                                           ///< a short name: "pdf", "docx", "png" …
	std::variant<PlainText, Html, Printed, base::Error> content;  ///< or why this part cannot be read
	Told told;
};

}  // namespace bienban::conversion
