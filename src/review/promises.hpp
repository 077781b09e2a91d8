#pragma once

#include "review/material.hpp"

/// What was promised, and what answers to it.
namespace bienban::review {

/// *No report found* is not *not done*: it says what the documents in the register tell.
enum class Grade : std::uint8_t { reported_done, reported_in_part, no_report };
inline constexpr auto k_grade_names =
    std::to_array<std::string_view>({"reported-done", "reported-in-part", "no-report-found"});

enum class Promiser : std::uint8_t { both, of, with };

/// One theme of one commitment.
struct Promise {
	ItemIndex commitment = 0;
	std::optional<model::Theme> theme;  ///< nothing where the commitment has none
	Promiser by = Promiser::both;
	/// Its own period, else the term of the agreement that it was made in, else the one day on which it was made.
	std::optional<model::Period> when;
	std::optional<ItemIndex> under;  ///< the agreement or meeting that it was made in
	Grade grade = Grade::no_report;
	std::vector<ItemIndex> answers;  ///< achievements, results, activities, support: the latest of them, by date
	bool open = false;               ///< its time is not over on the day Question::as_of; false where that is not known
	bool more_answers = false;       ///< the register has further ones
};

/// Each commitment within the period, cut into its themes, by date. How it is graded: docs/review.md.
std::vector<Promise> promises(const Material& material);

}  // namespace bienban::review
