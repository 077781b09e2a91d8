#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "reading/page_line.hpp"

/// Minutes, memoranda, agreements and reports as offices write them: a head, a title in capitals, articles and
/// signatures in place of a web page's headline, lead and by-lines.
namespace bienban::reading {

/// Where the parts of an official paper stand, as indices of lines.
struct PaperForm {
	std::size_t title = 0;       ///< the first line of the title: "BIÊN BẢN HỘI ĐÀM"
	std::size_t title_end = 0;   ///< the line behind the title
	std::size_t signatures = 0;  ///< the first line of the signature block; the number of lines where there is none
};

/// The form of an official paper; nothing where the lines are not one: a headline in capitals about a memorandum is
/// none without the marks of an office (number, date line, legal bases, articles, signatures).
std::optional<PaperForm> paper_form(std::string_view text, const std::vector<PageLine>& lines);

/// The kind of every line of such a paper.
std::vector<model::BlockKind> lay_out_paper(const PaperForm& form, const std::vector<PageLine>& lines);

/// Adds a line of the signature block; two columns ("TM. TỈNH A      TM. TỈNH B") are two blocks.
void add_signature_line(std::vector<model::Block>& blocks, std::string_view text, base::Span line);

}  // namespace bienban::reading
