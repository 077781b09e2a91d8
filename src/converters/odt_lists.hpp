#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "converters/xml.hpp"

namespace bienban::converters {

/// The numbers that office programs write in front of items of lists and headings in documents of theirs (ODF): they do
/// not stand in the text, as "Điều 3." may not.
class OdtLists {
public:
	/// An element of the styles: a list or the headings (outline-style), and its levels.
	void start_style(std::string_view name, const XmlAttributes& attributes);
	void end_style(std::string_view name);

	/// An element of the body: list, list-item, list-header. False where it is none of these.
	bool start(std::string_view name, const XmlAttributes& attributes);
	void end(std::string_view name);

	/// The label of the paragraph that begins ("2.1.", "b)"), without the space behind; empty outside of lists, for
	/// bullets and for what goes on in an item.
	std::string next();
	/// The same of a heading that stands in no list.
	std::string next_heading(int level, const XmlAttributes& attributes);
	bool in_list() const { return !m_open.empty(); }

private:
	static constexpr std::size_t k_levels = 10;
	struct Level {
		std::string format;  ///< "1", "a", "I" …; empty for none
		std::string before;
		std::string after;
		int shown = 1;  ///< how many levels the label shows
		int start = 1;
	};
	struct Style {
		std::array<Level, k_levels> levels;
		std::array<int, k_levels> counts{};  ///< 0: nothing yet
	};
	struct Open {
		Style* style = nullptr;  ///< nullptr where none is known
		bool numbered = false;   ///< in an item whose first paragraph has not come
	};

	static std::string count(Style& style, std::size_t level, int start);

	std::map<std::string, Style, std::less<>> m_styles;
	Style m_headings;
	Style* m_style = nullptr;  ///< that is being read
	std::vector<Open> m_open;
	int m_start = 0;  ///< that the item states, 0 for none
};

}  // namespace bienban::converters
