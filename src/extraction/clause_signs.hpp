#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "base/one_of.hpp"
#include "extraction/context.hpp"

namespace bienban::extraction {

/// What stands around a clause.
struct Around {
	Mode before = Mode::event;  ///< of the clause before it
	bool continues = false;     ///< behind a semicolon or a colon, or an item of a list
	bool fresh = false;         ///< the first of its block
	bool lead_in = false;       ///< ends in a colon: what it announces follows
};

/// What the cues of a clause say; each is one past the first token of its first cue, 0 where there is none.
struct Signs {
	std::uint32_t forward = 0;
	std::uint32_t agree = 0;
	std::uint32_t propose = 0;
	std::uint32_t will = 0;
	std::uint32_t review = 0;    ///< by a word or by a period of the past
	std::uint32_t recalled = 0;  ///< by a word only: "thời gian qua"
	std::uint32_t done = 0;      ///< "đã", "vừa", "từng"
	std::uint32_t passive = 0;   ///< "được", which tells little by itself
	std::uint32_t just = 0;      ///< "vừa": news, no account
	std::uint32_t valued = 0;    ///< "đánh giá cao", "kết quả": weighs what was done
	std::uint32_t stated = 0;    ///< "cho biết", "nhấn mạnh": says whatever follows
	std::uint32_t act = 0;
	std::uint32_t meet = 0;
	std::uint32_t visit = 0;
	std::uint32_t delegation = 0;
	std::uint32_t sign = 0;
	std::uint32_t give = 0;
	std::uint32_t themes = 0;
	bool day = false;        ///< names a day, or a few days in a row
	bool month = false;      ///< names a month alone
	bool this_year = false;  ///< names the year of the document

	bool assess() const { return valued != 0 || stated != 0; }
	bool looks_back() const {
		return review != 0 && (done != 0 || passive != 0 || assess() || act != 0 || themes != 0);
	}
};

inline void note(std::uint32_t& first, std::uint32_t token) {
	if (first == 0 || token + 1 < first) first = token + 1;
}

using base::one_of;

}  // namespace bienban::extraction
