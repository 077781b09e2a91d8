#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extraction/dates.hpp"
#include "model/record.hpp"

/// The frame of papers that offices write: labels ("II.", "Điều 3.", "b)"), headings, and the title that says whose
/// paper it is.
namespace bienban::extraction {

/// "II.", "Điều 3.", "1.2.", "b)" at the beginning of a block.
struct Label {
	int level = 0;          ///< the smaller, the higher: part, Roman, capital letter and article, number, small letter
	std::uint32_t end = 0;  ///< the token behind it, its mark included
	std::string number;     ///< "3", "1.2", "b"
	bool article = false;   ///< "Điều"
};

/// The label at the begin of tokens [begin, end), nothing where there is none.
std::optional<Label> label_at(const Annotated& a, std::uint32_t begin, std::uint32_t end);

/// What the text under a heading is.
enum class Matter : std::uint8_t { none, frame, done, wanting, planned };

/// The text under a heading or an article.
struct Section {
	std::uint32_t begin = 0;  ///< tokens, behind the label
	std::uint32_t end = 0;
	Matter matter = Matter::none;
	bool heading = false;                ///< only names what follows
	std::optional<std::string> period;   ///< "KẾT QUẢ PHỐI HỢP NĂM 2017"
	std::optional<std::string> article;  ///< "4", "4.b"; only of papers that two sides sign
};

/// Minutes, memoranda, agreements (and reports) as they are signed.
struct OfficialPaper {
	std::optional<model::Instrument> instrument;  ///< nothing for a report
	std::uint32_t begin = 0;                      ///< the tokens of the title
	std::uint32_t end = 0;
	std::optional<std::string> term;
	std::optional<std::string> signed_on;
};

/// The paper that the document is, by its title in capitals and the marks of an office; nothing for all else.
std::optional<OfficialPaper> find_paper(const Annotated& a, const std::vector<DateMention>& dates);

/// The sections of the text in order, without overlap; blocks under no heading are in none.
std::vector<Section> find_sections(const Annotated& a, const std::vector<DateMention>& dates,
                                   const std::optional<OfficialPaper>& paper);

}  // namespace bienban::extraction
