#pragma once

#include <vector>

#include "extraction/context.hpp"
#include "extraction/frames.hpp"
#include "model/record.hpp"

/// One finder for each family of records. Each appends what it finds to `out`; none looks at what the others found save
/// through `out` itself, which is filled in this order.
namespace bienban::extraction {

/// Meetings and visits.
void find_meetings(const Context& context, std::vector<model::Record>& out);
/// Patrols, exercises, courses, medical help, handovers, operations, openings.
void find_activities(const Context& context, std::vector<model::Record>& out);
/// Agreements and twinnings.
void find_papers(const Context& context, std::vector<model::Record>& out);
/// Of a document that is itself a paper which two sides sign: the one agreement that it is, and the talks it is of.
/// Called behind find_papers.
void settle_paper(const Context& context, std::vector<model::Record>& out);
/// Those who signed an official paper and are named nowhere else in it.
void find_signers(const Context& context, std::vector<model::Person>& people);
/// Gifts and aid; marks in `used` the numbers (by index) that they took.
void find_support(const Context& context, Frames& frames, std::vector<model::Record>& out, std::vector<bool>& used);
/// Counted things done, out of the numbers that nothing else took.
void find_results(const Context& context, Frames& frames, std::vector<model::Record>& out,
                  const std::vector<bool>& used);
/// Achievements and commitments.
void find_accounts(const Context& context, std::vector<model::Record>& out);

}  // namespace bienban::extraction
