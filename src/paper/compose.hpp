#pragma once

#include <cstdint>

#include "paper/paper.hpp"
#include "review/review.hpp"

/// From a review to papers in words.
namespace bienban::paper {

/// How much of a review of tens of thousands of facts is put into a paper. A page has the first rows of long tables,
/// and of what a sum rests on the first facts where all would be too many; every number is that of the whole.
enum class Length : std::uint8_t { page, whole };

/// The review: basis, contacts, results by theme, support, promised and done, disputed and missing, directions.
Paper review_paper(const review::Review& review, base::Lang lang, Length length);

enum class Draft : std::uint8_t { minutes, memorandum, report, bulletin };

struct DraftRequest {
	Draft kind = Draft::report;
	std::optional<review::ItemIndex> meeting;  ///< of a bulletin
	std::optional<model::Edtf> next_period;    ///< of minutes and memoranda: for which the next promises are made
	bool sources = true;                       ///< as footnotes
};

/// Fails with "draft-no-meeting" where a bulletin has none to tell of.
base::Result<Paper> draft(const review::Review& review, const DraftRequest& request, base::Lang lang);

}  // namespace bienban::paper
