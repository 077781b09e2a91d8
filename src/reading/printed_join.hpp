#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/printed_order.hpp"

/// Which lines are one paragraph.
namespace bienban::reading {

/// What stands between the end of a line and the beginning of the next.
enum class Joint : std::uint8_t {
	space,
	none,        ///< the line breaks behind a hyphen or a stroke that belongs to the word: "Hủa-", "16 lần/"
	hyphenated,  ///< the hyphen is there for the break only
};
Joint joint(std::string_view line, std::string_view next_word);

/// Whether a line is the first of a footnote.
bool begins_note(const Piece& piece);

/// Marks the footnotes: lines at the foot of a page in smaller letters, the first with a mark or a number.
void find_footnotes(std::vector<PrintedItem>& items);

/// How the paragraphs of a document are set, and which lines make one.
class Joins {
public:
	explicit Joins(const std::vector<PrintedItem>& items);

	/// Whether line `b` goes on with the paragraph of line `a` before it.
	bool go_on(const PrintedItem& a, const PrintedItem& b) const;

	/// Whether there is more than a line's distance between the lines, or they stand in different places.
	bool are_apart(const PrintedItem& a, const PrintedItem& b) const;

private:
	float right_edge(const PrintedItem& item) const;
	float usual_indent(const std::vector<PrintedItem>& items) const;
	bool is_indented(const PrintedItem& item) const;
	bool is_centred(const PrintedItem& item) const;
	bool is_filled(const PrintedItem& a, const Piece& next) const;

	float m_pitch = 1.2F;  ///< distance of lines in a paragraph, in heights of a letter's box
	float m_right = 0;     ///< where full lines across the page end
	float m_left = 0;
	float m_indent = 0;  ///< of the first lines of paragraphs, 0 where they stand at the edge
};

}  // namespace bienban::reading
