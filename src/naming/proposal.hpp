#pragma once

#include <cstdint>
#include <string>

namespace bienban::naming {

enum class Verdict : std::uint8_t { same, different, unsure };

/// What the program proposes for two mentions. `reason` is a message id ("person-same-name-and-body", …).
struct Proposal {
	Verdict verdict = Verdict::unsure;
	double score = 0;  ///< 0 to 1: how sure it is that they are one
	std::string reason;
};

/// From this score on two mentions are proposed as one; between the two a person should look.
inline constexpr double k_same_from = 0.8;
inline constexpr double k_unsure_from = 0.4;

constexpr Verdict verdict_of(double score) {
	return score >= k_same_from ? Verdict::same : score >= k_unsure_from ? Verdict::unsure : Verdict::different;
}

}  // namespace bienban::naming
