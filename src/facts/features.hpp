#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facts/bodies.hpp"
#include "facts/claim.hpp"
#include "facts/stretch.hpp"

/// What the rules look at, taken out of a claim once.
namespace bienban::facts {

/// A figure as the stretch of numbers that it can stand for: "hơn 2.000" is 2,000 to 2,200.
struct Amount {
	double value = 0;
	double low = 0;
	double high = 0;
	bool known = false;
};
Amount amount_of(std::optional<double> value, std::optional<model::About> about);
/// Whether two amounts can be one.
bool agree(const Amount& a, const Amount& b);

struct Features {
	std::size_t type = 0;     ///< index of the record's variant
	std::uint8_t kind = 0;    ///< of a meeting or activity, or the instrument
	Stretch date;             ///< the record's own
	Stretch occasion;         ///< of a record without date
	Stretch term;             ///< of an agreement
	Bodies givers;            ///< all parties; of a visit, result or support those who act
	Bodies receivers;         ///< of a visit, result or support
	std::uint32_t place = 0;  ///< 0 unknown
	int ordinal = 0;          ///< 0 unknown
	bool annual = false;
	bool referenced = false;
	std::vector<std::uint32_t> people;  ///< chairs, or the head of a visit
	std::int32_t marker_from = 0;       ///< of a stretch of border; 0 unknown
	std::int32_t marker_to = 0;
	std::uint64_t themes = 0;  ///< a bit for each
	std::uint32_t unit = 0;
	std::uint32_t unit_head = 0;
	std::vector<std::string> item;
	Amount amount;
	Amount worth;  ///< in `currency`
	std::uint32_t currency = 0;
	bool loose = false;  ///< names one side by its province, which may stand for a body of it
	int vagueness = 0;   ///< how little the claim pins down: exact claims make the facts, vaguer ones join them
};

Features features_of(const Claim& claim, Names& names);

}  // namespace bienban::facts
