#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "naming/full_name.hpp"
#include "naming/sets.hpp"

namespace bienban::naming {

/// Distinct names of one block, each with those that it is related to. Names are related where they share a mark (their
/// letters, their key, their key without one sound), so that no name need be compared with all others: a block of a
/// large register has thousands of names, each related to a few.
class RelatedNames {
public:
	/// Two names by their numbers, the other one as seen from the first.
	struct Relation {
		std::uint32_t other = 0;
		NameMatch match;
	};

	/// Gives the name's number, from 0 on in the order of addition. `country` as of FullName.
	std::uint32_t add(std::string_view name, std::string_view country);

	std::size_t size() const { return m_names.size(); }
	/// Stays where it is as long as this lives.
	const FullName& name(std::uint32_t name) const { return m_names[name].name; }
	/// As it was given.
	std::string_view country(std::uint32_t name) const { return m_names[name].country; }
	/// How two names stand to each other, or a name to itself.
	NameMatch match(std::uint32_t a, std::uint32_t b) const;
	/// All other names that relate() finds related, in no order.
	std::span<const Relation> related(std::uint32_t name) const { return m_names[name].related; }
	/// What may be one name through others: names that share a mark are in one group. Gives the least name of it.
	std::uint32_t group(std::uint32_t name) { return static_cast<std::uint32_t>(m_groups.find(name)); }
	/// Puts two names into one group, whatever they are.
	void tie(std::uint32_t a, std::uint32_t b) { m_groups.join(a, b); }

private:
	using Mark = std::uint64_t;
	struct Known {
		FullName name;
		std::string country;
		NameMatch self;
		std::vector<Relation> related;
	};
	void relate_to(std::uint32_t name, std::vector<std::uint32_t>& others);

	std::deque<Known> m_names;
	std::unordered_map<Mark, std::vector<std::uint32_t>> m_with;       ///< names with a mark
	std::unordered_map<Mark, std::vector<std::uint32_t>> m_with_part;  ///< names with a run of this key
	Sets m_groups{0};
};

}  // namespace bienban::naming
