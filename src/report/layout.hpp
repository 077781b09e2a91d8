#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.hpp"

/// How text is set for a person to read on a terminal or in a plain file.
namespace bienban::report {

enum class Colour : bool { no, yes };

struct Layout {
	std::size_t columns = 80;  ///< of the terminal; lines are broken to fit
	Colour colour = Colour::no;
	base::Lang lang = base::Lang::en;
};

/// What words are, and so how they look where there is colour.
enum class Style : unsigned char { plain, title, heading, quiet, value };

/// The text in the look of the style; as it is where the layout has no colour.
std::string styled(std::string_view text, Style style, const Layout& layout);

/// The text without what could steer a terminal (control characters, marks that turn the direction of writing): those
/// become U+FFFD, line breaks and tabs a space. Documents and names of files are hostile input.
std::string harmless(std::string_view text);

/// The number of columns a terminal gives the text: none for combining marks, two for wide letters.
std::size_t width(std::string_view text);

/// The text in lines of at most `layout.columns`, each indented by `indent` spaces, the first one by what `first`
/// takes, which is put before it. Broken at spaces; a word too long for a line stands alone on one. Ends with a line
/// end.
std::string wrapped(std::string_view first, std::string_view text, std::size_t indent, Style style,
                    const Layout& layout);

/// The text in lines of at most `columns`, broken at spaces; a word too long for a line is cut. At least one line.
std::vector<std::string> lines_of(std::string_view text, std::size_t columns);

/// The width of the longest word between spaces.
std::size_t longest_word(std::string_view text);

/// The text and as many spaces as it needs to take `columns`.
std::string padded(std::string_view text, std::size_t columns);

}  // namespace bienban::report
