#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reading/line.hpp"

namespace bienban::reading {

/// Who made the article, or only its pictures.
struct Byline {
	std::vector<std::string> authors;  ///< as they sign, capitals only where a name has them; empty for a photo credit
	bool labelled = false;  ///< "Bài và ảnh: …"; else a bare name, which only its place makes a by-line
};

/// Reads the tokens [first, last) of a line as a by-line: "Tin, ảnh: Hà Sơn", "Bài: Thu Hà - Ảnh: Văn An", "Nhóm PV",
/// "LÊ HÀ - VĂN AN". Nothing where they are something else.
std::optional<Byline> read_byline(const Line& line, std::size_t first, std::size_t last);

/// A name as it is signed, with its capitals set right: "LÒ VĂN TOẢN" → "Lò Văn Toản", "M.K" as it is.
std::string signed_name(std::string_view text);

}  // namespace bienban::reading
