#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/period.hpp"
#include "naming/full_name.hpp"
#include "naming/persons.hpp"

namespace bienban::naming {

/// Texts that many mentions share, each held once, where it stays as long as this lives.
class Strings {
public:
	std::string_view hold(std::string_view text) { return *m_held.emplace(text).first; }

private:
	std::unordered_set<std::string> m_held;
};

/// A mention of a person with everything taken apart that comparing looks at.
struct PersonTraits {
	/// `taken_apart` is the mention's name; it and `strings` must live as long.
	PersonTraits(const PersonMention& mention, const FullName& taken_apart, Strings& strings);

	std::string_view country;
	const FullName* name;
	std::optional<int> rank;
	std::string_view title;  ///< lower case, spaces levelled
	std::vector<std::string_view> bodies;
	std::optional<model::Period> time;
};

/// When a mention was: from the first of its days to the last.
std::optional<model::Period> time_of(const PersonMention& mention);

/// How two bodies, and by their closest pair those of two mentions, stand to each other, from the farthest to the
/// closest.
enum class BodyRelation : std::uint8_t {
	unknown,  ///< one mention tells none
	apart,    ///< different provinces
	levels,   ///< one of the country, the other of a province; or two of the country
	place,    ///< two bodies of one province
	kin,      ///< two bodies of one place that share their leaders or belong to one another
	same
};

BodyRelation relate_bodies(std::string_view a, std::string_view b);

/// A proposal before it is worded.
struct Opinion {
	double score = 0;
	std::string_view reason;  ///< a message id, for as long as the program runs
};

/// compare() on what is taken apart already.
Opinion weigh(const PersonTraits& a, const PersonTraits& b, const NameMatch& names, BodyRelation bodies);

}  // namespace bienban::naming
