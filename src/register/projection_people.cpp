#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/period.hpp"
#include "register/json_values.hpp"
#include "register/person_form.hpp"
#include "register/projection.hpp"

namespace bienban::registry {

namespace {

std::optional<model::Edtf> edtf_of(std::int32_t day) {
	if (day == 0) return std::nullopt;
	std::string digits = std::to_string(day);
	digits.insert(0, 8 - std::min<std::size_t>(digits.size(), 8), '0');
	return digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2);
}

}  // namespace

void Projection::read_people(std::int64_t entry, std::int64_t document, const Prepared& prepared) {
	const ReadingEntry& reading = prepared.entry;
	const auto published = reading.published ? model::period_of(*reading.published) : std::nullopt;
	const std::int32_t day = published ? published->first : 0;
	std::map<RecordId, RecordRow> before;
	for (const RecordRow& row : m_store.mentions_of_document(document)) before.emplace(row.id, row);
	std::map<std::int64_t, std::vector<std::int64_t>> by_block;
	for (std::size_t i = 0; i < reading.people.size(); ++i) {
		const ReadPerson& read = reading.people[i];
		const RecordId id = record_id(document, read.ordinal);
		const std::int64_t form = form_for(prepared.people[i], id);
		const auto old = before.find(id);
		m_store.put_mention({.id = id,
		                     .signature = form,
		                     .begin = read.begin,
		                     .end = read.end,
		                     .certainty = static_cast<double>(read.person.certainty),
		                     .gone = 0});
		if (old == before.end() || old->second.gone != 0) {
			attach_mention(id, form, day);
		} else if (old->second.signature != form) {
			detach_mention(old->second.signature);
			attach_mention(id, form, day);
		}
		if (old != before.end()) before.erase(old);
		const std::int64_t block = m_store.form(form)->block;
		auto& forms = by_block[block];
		for (const std::int64_t other : forms) {
			if (other == form || !m_store.tell_persons_apart(form, other)) continue;
			TouchedPeople& touched = touched_people(block);
			touched.forms.insert({form, other});
			touched.told_apart.emplace_back(form, other);
		}
		forms.push_back(form);
	}
	for (const auto& [id, row] : before) {
		if (row.gone != 0) continue;
		RecordRow gone = row;
		gone.gone = entry;
		m_store.put_mention(gone);
		detach_mention(row.signature);
	}
}

std::int64_t Projection::form_for(const Prepared::Said& said, RecordId mention) {
	const RecordId singled = is_singled_mention(mention) ? mention : 0;
	if (const auto found = m_store.find_form(said.signature, singled)) return found->id;
	return m_store.add_form(m_store.block(said.block), said.signature, singled);
}

void Projection::attach_mention(RecordId mention, std::int64_t form, std::int32_t day) {
	FormRow row = *m_store.form(form);
	const bool first = row.first == 0 || names_before(mention, row.first);
	const bool other_first = first && row.first != 0;
	if (first) row.first = mention;
	bool longer = false;
	if (day != 0) {
		longer = row.first_day == 0 || day < row.first_day || day > row.last_day;
		row.first_day = row.first_day == 0 ? day : std::min(row.first_day, day);
		row.last_day = std::max(row.last_day, day);
	}
	++row.mentions;
	m_store.put_form(row);
	if (!first && !longer && row.person != 0 && row.mentions != 1) return;
	TouchedPeople& touched = touched_people(row.block);
	touched.forms.insert(form);
	touched.all = touched.all || other_first;  // proposals have the other name
}

void Projection::detach_mention(std::int64_t form) {
	FormRow row = *m_store.form(form);
	const auto left = m_store.mentions_of_form(form, 1);
	row.first = left.empty() ? 0 : left.front().id;
	--row.mentions;
	if (row.first == 0) row.person = 0;
	m_store.put_form(row);
	touched_people(row.block).all = true;
}

bool Projection::is_decided_on(std::int64_t root) {
	learn_decisions();
	if (!m_decided_people) {
		m_decided_people.emplace();
		for (const Bond& bond : m_name_bonds) {
			for (const std::string& subject : {bond.a, bond.b}) {
				const auto id = parse_id(subject);
				const auto block = id && id->kind == IdKind::person ? block_of_subject(subject) : std::nullopt;
				if (block) m_decided_people->insert(m_store.root_of(*block));
			}
		}
	}
	return m_decided_people->contains(root);
}

void Projection::join_all_people(std::int64_t root) {
	std::vector<FormRow> forms = m_store.forms_of_root(root);
	std::erase_if(forms, [](const FormRow& form) { return form.first == 0; });
	std::vector<naming::PersonMention> mentions;
	std::map<std::int64_t, std::size_t> places;
	for (const FormRow& form : forms) {
		naming::PersonMention mention = mention_of_form(form.form);
		mention.first = edtf_of(form.first_day);
		mention.last = edtf_of(form.last_day);
		places.emplace(form.id, mentions.size());
		mentions.push_back(std::move(mention));
	}
	naming::PersonBonds bonds;
	std::map<naming::MentionPair, bool> decided;
	for (const auto& [a, b] : m_store.persons_told_apart_of_root(root)) {
		const auto at_a = places.find(a);
		const auto at_b = places.find(b);
		if (at_a != places.end() && at_b != places.end()) bonds.different.emplace_back(at_a->second, at_b->second);
	}
	learn_decisions();
	for (const Bond& bond : m_name_bonds) {
		const auto place = [&](const std::string& subject) -> std::optional<std::size_t> {
			const auto id = parse_id(subject);
			if (!id || id->kind != IdKind::person) return std::nullopt;
			const auto row = m_store.mention(id->number);
			const auto found = row ? places.find(row->signature) : places.end();
			return found == places.end() ? std::nullopt : std::optional{found->second};
		};
		const auto a = place(bond.a);
		const auto b = place(bond.b);
		if (a && b && *a != *b) decided[{std::min(*a, *b), std::max(*a, *b)}] = bond.together;
	}
	for (const auto& one : decided) {
		const naming::MentionPair& pair = one.first;
		const bool together = one.second;
		// What a person decided also outranks that one document names both.
		if (together) {
			std::erase_if(bonds.different, [&](const naming::MentionPair& other) {
				return std::minmax(other.first, other.second) == std::minmax(pair.first, pair.second);
			});
		}
		(together ? bonds.same : bonds.different).push_back(pair);
	}
	const naming::Persons joined = naming::join_persons(mentions, bonds);
	std::map<RecordId, PersonRow> left;
	for (PersonRow& row : m_store.persons_of_root(root)) left.emplace(row.id, std::move(row));
	std::vector<PersonRow> made;
	for (const std::vector<std::size_t>& members : joined.persons) {
		PersonRow person;
		person.root = root;
		for (const std::size_t member : members) {
			const naming::PersonMention& mention = mentions[member];
			if (person.id == 0 || names_before(forms[member].first, person.id)) person.id = forms[member].first;
			const auto fuller = [](const std::string& name) { return std::make_pair(name.size(), name); };
			if (fuller(mention.name) > fuller(person.name)) person.name = mention.name;
			if (mention.country && person.country.empty()) person.country = *mention.country;
		}
		for (const std::size_t member : members) {
			if (forms[member].person == person.id) continue;
			forms[member].person = person.id;
			m_store.put_form(forms[member]);
		}
		const auto before = left.find(person.id);
		const bool same =
		    before != left.end() && before->second.name == person.name && before->second.country == person.country;
		if (before != left.end()) left.erase(before);
		if (!same) made.push_back(std::move(person));
	}
	for (const auto& gone : left) m_store.remove_person(gone.first);
	for (const PersonRow& person : made) m_store.put_person(person);
	std::vector<ProposalRow> unsure;
	for (const auto& one : joined.unsure) {
		unsure.push_back({.kind = "person",
		                  .root = root,
		                  .a = write_id(IdKind::person, forms[one.pair.first].first),
		                  .b = write_id(IdKind::person, forms[one.pair.second].first),
		                  .score = one.proposal.score,
		                  .reason = one.proposal.reason,
		                  .words = "[]"});
	}
	m_store.put_proposals("person", root, unsure);
}

}  // namespace bienban::registry
