#pragma once

#include "review/disputed.hpp"

/// What to do next, as far as it follows from what is open.
namespace bienban::review {

enum class StepKind : std::uint8_t {
	renew,     ///< an agreement that has ended or ends soon, with no successor
	carry_on,  ///< a promise that is open
	take_up,   ///< a promise whose time is over without a report
	hold,      ///< a regular meeting whose next time is due
	clear_up,  ///< a conflict that the two sides should settle
};

struct NextStep {
	StepKind kind = StepKind::carry_on;
	std::optional<model::Theme> theme;
	std::vector<ItemIndex> items;  ///< from which it follows
};

/// By kind and theme; promises of one theme are one direction.
std::vector<NextStep> next_steps(const Material& material, std::span<const Basis> basis, const Contacts& contacts,
                                 std::span<const Promise> promises, const Disputed& disputed);

}  // namespace bienban::review
