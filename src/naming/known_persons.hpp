#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/period.hpp"
#include "naming/person_traits.hpp"
#include "naming/persons.hpp"
#include "naming/related_names.hpp"

namespace bienban::naming {

/// A mention as it is kept: its texts are held by a Strings.
struct KnownMention {
	PersonTraits traits;
	std::uint32_t name = 0;  ///< number in RelatedNames
	std::string_view written;
	std::optional<std::string_view> country;
	std::optional<std::string_view> rank;
	std::optional<std::string_view> title;
	bool counts = true;
};

/// The mentions of one block, taken apart once and kept, so that after a change only those are joined anew that a
/// changed one can reach by related names. What comes of it is what join_persons() makes of all of them.
class KnownPersons {
public:
	/// `strings` must live as long.
	explicit KnownPersons(Strings& strings) : m_strings(strings) {}

	/// Gives the mention's number, from 0 on.
	std::size_t add(const PersonMention& mention);
	/// When documents name the person so, as of PersonMention::first and last.
	void set_time(std::size_t mention, std::optional<model::Period> time) { m_mentions[mention].traits.time = time; }
	/// Whether any document still has the mention; one that none has is left out.
	void set_counts(std::size_t mention, bool counts) { m_mentions[mention].counts = counts; }
	const KnownMention& mention(std::size_t mention) const { return m_mentions[mention]; }

	struct Reached {
		std::vector<std::size_t> mentions;  ///< all that were looked at, in rising order
		Persons persons;                    ///< made of them
	};
	/// Joins anew what the changed mentions can reach. The bonds are those of all mentions, by their numbers; what one
	/// call was told to be the same by a person stays together in later ones.
	Reached join(std::span<const std::size_t> changed, const PersonBonds& bonds);

private:
	using Numbers = std::vector<std::size_t>;
	void put_in_order();
	std::vector<Numbers> parts_of(const std::vector<bool>& reached_names);

	Strings& m_strings;
	RelatedNames m_names;
	std::unordered_map<std::string_view, std::vector<std::uint32_t>> m_written;  ///< numbers of names, by spelling
	std::vector<KnownMention> m_mentions;
	Numbers m_order;  ///< by what they say, time aside; those behind m_ordered are not yet in place
	std::size_t m_ordered = 0;
};

/// Puts together mentions that are few enough to compare each with each. They are to stand in the order of what they
/// say; the bonds are by their places.
Persons join_part(const std::vector<const KnownMention*>& mentions, const RelatedNames& names,
                  const PersonBonds& bonds);

}  // namespace bienban::naming
