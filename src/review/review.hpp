#pragma once

#include "review/next_steps.hpp"

/// What was promised, done, counted and given between two sides, what documents disagree on, and what is open. Pure
/// functions of the register's facts.
namespace bienban::review {

struct Review {
	Material material;
	std::vector<Basis> basis;
	Contacts contacts;
	std::vector<ItemIndex> done;  ///< achievements, activities and twinnings within the period, by date
	std::vector<Indicator> indicators;
	Ledger ledger;
	std::vector<Promise> promises;
	Disputed disputed;
	std::vector<NextStep> next_steps;
};

/// The review of the facts that Register::told() gave for the sides. Of many facts it works in two threads.
Review review(const Question& question, std::vector<registry::ToldFact> facts);

}  // namespace bienban::review
