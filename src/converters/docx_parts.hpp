#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// What a Word document says of its paragraphs outside their text: styles and the numbers of lists.
namespace bienban::converters {

/// Whether a name is that of the namespace of Word's elements, in either of its two forms.
bool is_word_space(std::string_view space);

struct DocxStyle {
	int heading = 0;  ///< 1 for the title of the document, 2 for headings of the first level …; 0 for none
	std::string font;
	std::string list;  ///< the id of its list, empty for none
	int level = 0;
	bool hidden = false;
};

/// The styles of a document, with what they take over from those they are based on.
class DocxStyles {
public:
	/// `xml`: word/styles.xml.
	static base::Result<DocxStyles> read(std::string_view xml);

	/// The style of an id; that of plain text where there is none.
	const DocxStyle& of(std::string_view id) const;
	/// That of paragraphs that name none.
	const DocxStyle& standard() const { return of(m_standard); }

	struct Entry {
		DocxStyle style;
		std::string based_on;
		bool resolved = false;
	};

private:
	void resolve(Entry& entry, int depth);
	std::map<std::string, Entry, std::less<>> m_styles;
	std::string m_standard;
	DocxStyle m_default;
};

/// The numbers that Word writes in front of paragraphs of lists: "Điều 3." may be one.
class DocxNumbers {
public:
	/// `xml`: word/numbering.xml.
	static base::Result<DocxNumbers> read(std::string_view xml);

	/// The label of the next paragraph of a list and level ("2.1.", "b)"), without the space behind; empty for bullets.
	std::string next(std::string_view list, int level);

	static constexpr int k_levels = 9;
	struct Level {
		std::string format = "decimal";
		std::string text;
		int start = 1;
	};
	struct Kind {
		std::vector<Level> levels = std::vector<Level>(k_levels);
	};

private:
	struct Count {
		std::vector<int> at = std::vector<int>(k_levels, 0);
	};
	std::map<std::string, Kind, std::less<>> m_kinds;
	std::map<std::string, std::string, std::less<>> m_lists;  ///< id of a list → of its kind
	std::map<std::string, Count, std::less<>> m_counts;       ///< of each kind: lists of a kind count on
};

/// A whole number as lists have it: "decimal", "lowerLetter", "upperRoman" …
std::string list_number(int value, std::string_view format);

}  // namespace bienban::converters
