#pragma once

#include <cstdint>
#include <string_view>

namespace bienban::reading {

/// What a word of the page, as opposed to the article, tells about the line that begins with it.
enum class PageWord : std::uint8_t {
	none,
	tool,      ///< a button, a label, a counter: a line of nothing but these is chrome
	site,      ///< the same, of the frame of the whole site: a date beside it is today's, not the article's
	line,      ///< the line is chrome whatever follows
	inset,     ///< heading of links that may stand in the middle of an article ("Xem thêm")
	related,   ///< heading of other articles, as a rule behind the article ("Tin cùng chuyên mục")
	comments,  ///< heading of the comment box: nothing behind it is the article
	footer,    ///< imprint, search by date and the like: nothing behind it is the article
	tags,      ///< key words: the article has ended
	source,    ///< where the article was taken from: no by-line, the article has ended
};

struct PageWordMatch {
	PageWord word = PageWord::none;
	std::size_t size = 0;  ///< bytes of the text matched
};

/// The longest page word that `bare` begins with. `bare` is lower case without marks, words parted by one space.
PageWordMatch match_page_word(std::string_view bare);

enum class FirstWord : bool { no, yes };

/// Whether any page word begins with `word`, one word in lower case without marks.
FirstWord match_page_first(std::string_view word);

}  // namespace bienban::reading
