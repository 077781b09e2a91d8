#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "facts/claim.hpp"
#include "facts/features.hpp"

/// May two claims be one fact, and why? The rules and their reasons stand in docs/joining.md.
namespace bienban::facts {

enum class Verdict : std::uint8_t {
	open,       ///< nothing speaks for it, nothing against it
	doubtful,   ///< they differ where one fact could differ only by somebody's mistake, and too little speaks for that
	different,  ///< two facts, whatever a third claim says
	likely,     ///< nearly one: a person should look
	same
};

/// Why, by the main ground. Each is a message of its own: see reason_of().
enum class Ground : std::uint8_t {
	none,
	same_day,
	same_period,
	within,
	occasion,
	ordinal,
	slip_of_day,
	annual,
	term,
	signed_then,
	in_force,
	pair,
	figure,
	figure_about,
	figure_differs,
	decided
};

struct Judgement {
	Verdict verdict = Verdict::open;
	Ground ground = Ground::none;
	std::int8_t score = 0;  ///< 0 to 100
	bool conflict = false;  ///< they are one although they disagree
};

constexpr int k_same = 65;    ///< from this score on two claims are one
constexpr int k_likely = 45;  ///< from here on a person should look

/// Compares two claims of one block. Symmetrical.
Judgement judge(const Features& a, const Features& b, Names& names);

}  // namespace bienban::facts
