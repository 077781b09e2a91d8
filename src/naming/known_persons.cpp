#include "naming/known_persons.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace bienban::naming {

namespace {

/// Comparing each with each is bounded; beyond, mentions are compared with their neighbours in the order of names.
constexpr std::size_t k_most_compared = 1500;

auto content_of(const KnownMention& m) { return std::tie(m.written, m.country, m.rank, m.title, m.traits.bodies); }

auto days_of(const std::optional<model::Period>& time) {
	return time ? std::make_pair(time->first, time->last) : std::make_pair(0, 0);
}

std::vector<MentionPair> inside(const std::vector<MentionPair>& pairs, const std::vector<std::size_t>& place) {
	std::vector<MentionPair> kept;
	for (const auto& pair : pairs) {
		if (place[pair.first] < place.size() && place[pair.second] < place.size()) {
			kept.emplace_back(place[pair.first], place[pair.second]);
		}
	}
	return kept;
}

}  // namespace

std::size_t KnownPersons::add(const PersonMention& mention) {
	const auto held = [&](const std::optional<std::string>& text) {
		return text ? std::optional{m_strings.hold(*text)} : std::nullopt;
	};
	const std::string_view written = m_strings.hold(mention.name);
	const std::optional<std::string_view> country = held(mention.country);
	std::vector<std::uint32_t>& spelled_so = m_written[written];
	const auto same = [&](std::uint32_t name) { return m_names.country(name) == country.value_or(""); };
	auto name = std::ranges::find_if(spelled_so, same);
	if (name == spelled_so.end()) {
		spelled_so.push_back(m_names.add(written, country.value_or("")));
		name = spelled_so.end() - 1;
	}
	m_mentions.push_back({.traits = PersonTraits(mention, m_names.name(*name), m_strings),
	                      .name = *name,
	                      .written = written,
	                      .country = country,
	                      .rank = held(mention.rank),
	                      .title = held(mention.title)});
	m_order.push_back(m_mentions.size() - 1);
	return m_mentions.size() - 1;
}

void KnownPersons::put_in_order() {
	const auto before = [&](std::size_t a, std::size_t b) {
		return content_of(m_mentions[a]) < content_of(m_mentions[b]);
	};
	const auto added = m_order.begin() + static_cast<std::ptrdiff_t>(m_ordered);
	std::stable_sort(added, m_order.end(), before);
	std::inplace_merge(m_order.begin(), added, m_order.end(), before);
	m_ordered = m_order.size();
}

std::vector<KnownPersons::Numbers> KnownPersons::parts_of(const std::vector<bool>& reached_names) {
	put_in_order();
	Numbers order;
	for (const std::size_t i : m_order) {
		if (m_mentions[i].counts && reached_names[m_names.group(m_mentions[i].name)]) order.push_back(i);
	}
	// Mentions that say the same, which a person parted, stand in the order of their days.
	for (auto begin = order.begin(); begin != order.end();) {
		const auto end = std::find_if(begin, order.end(), [&](std::size_t i) {
			return content_of(m_mentions[i]) != content_of(m_mentions[*begin]);
		});
		std::stable_sort(begin, end, [&](std::size_t a, std::size_t b) {
			return days_of(m_mentions[a].traits.time) < days_of(m_mentions[b].traits.time);
		});
		begin = end;
	}
	std::vector<Numbers> parts;
	constexpr auto k_none = static_cast<std::size_t>(-1);
	std::vector<std::size_t> part_of(m_names.size(), k_none);
	for (const std::size_t i : order) {
		std::size_t& part = part_of[m_names.group(m_mentions[i].name)];
		if (part == k_none || parts[part].size() == k_most_compared) {
			part = parts.size();
			parts.emplace_back();
		}
		parts[part].push_back(i);
	}
	return parts;
}

KnownPersons::Reached KnownPersons::join(std::span<const std::size_t> changed, const PersonBonds& bonds) {
	// What a person said is one belongs together whatever the names.
	for (const auto& pair : bonds.same) m_names.tie(m_mentions[pair.first].name, m_mentions[pair.second].name);
	std::vector<bool> reached_names(m_names.size(), false);
	for (const std::size_t i : changed) reached_names[m_names.group(m_mentions[i].name)] = true;
	Reached reached;
	Sets sets(m_mentions.size());
	std::vector<std::size_t> place(m_mentions.size(), m_mentions.size());
	for (const Numbers& members : parts_of(reached_names)) {
		std::vector<const KnownMention*> part;
		for (const std::size_t i : members) {
			place[i] = part.size();
			part.push_back(&m_mentions[i]);
		}
		auto found = join_part(part, m_names, {inside(bonds.same, place), inside(bonds.different, place)});
		for (const auto& person : found.persons) {
			for (const auto i : person) sets.join(members[person.front()], members[i]);
		}
		for (auto& unsure : found.unsure) {
			const auto a = members[unsure.pair.first];
			const auto b = members[unsure.pair.second];
			unsure.pair = {std::min(a, b), std::max(a, b)};
			reached.persons.unsure.push_back(std::move(unsure));
		}
		for (const std::size_t i : members) place[i] = m_mentions.size();
		reached.mentions.insert(reached.mentions.end(), members.begin(), members.end());
	}
	for (const auto& pair : bonds.same) sets.join(pair.first, pair.second);
	auto& unsure = reached.persons.unsure;
	std::erase_if(unsure,
	              [&](const Persons::Unsure& u) { return sets.find(u.pair.first) == sets.find(u.pair.second); });
	std::ranges::stable_sort(
	    unsure, [](const Persons::Unsure& a, const Persons::Unsure& b) { return a.proposal.score > b.proposal.score; });
	std::ranges::sort(reached.mentions);
	std::vector<std::size_t> person_of(m_mentions.size(), m_mentions.size());
	auto& persons = reached.persons.persons;
	for (const std::size_t i : reached.mentions) {
		std::size_t& person = person_of[sets.find(i)];
		if (person == m_mentions.size()) {
			person = persons.size();
			persons.emplace_back();
		}
		persons[person].push_back(i);
	}
	return reached;
}

Persons join_persons(std::span<const PersonMention> mentions, const PersonBonds& bonds) {
	Strings strings;
	KnownPersons known(strings);
	for (const PersonMention& mention : mentions) known.add(mention);
	std::vector<std::size_t> all(mentions.size());
	std::iota(all.begin(), all.end(), 0);
	return std::move(known.join(all, bonds).persons);
}

}  // namespace bienban::naming
