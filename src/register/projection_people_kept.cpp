#include <algorithm>
#include <map>
#include <set>

#include "base/beside.hpp"
#include "register/person_form.hpp"
#include "register/projection.hpp"

namespace bienban::registry {

namespace {

/// Forms of names that go over to the other thread at once: some milliseconds of joining.
constexpr std::size_t k_joined_beside = 2000;

std::optional<model::Period> time_of(const FormRow& form) {
	if (form.first_day == 0) return std::nullopt;
	return model::Period{.first = form.first_day, .last = form.last_day};
}

/// Puts a form into a block of kept ones, and gives its number.
std::size_t add_form(KeptPeople::OfRoot& block, const FormRow& form) {
	const std::size_t number = block.known.add(mention_of_form(form.form));
	block.forms.push_back({.id = form.id, .first = form.first, .person = form.person});
	block.number_of.emplace(form.id, number);
	return number;
}

void take_row(KeptPeople::OfRoot& block, std::size_t number, const FormRow& form) {
	block.known.set_time(number, time_of(form));
	block.known.set_counts(number, form.first != 0);
	block.forms[number].first = form.first;
	block.forms[number].person = form.person;
}

}  // namespace

std::unique_ptr<KeptPeople::OfRoot> Projection::load_people(std::int64_t root) {
	auto block = m_people.make();
	for (const FormRow& form : m_store.forms_of_root(root)) take_row(*block, add_form(*block, form), form);
	for (const auto& [a, b] : m_store.persons_told_apart_of_root(root)) {
		const auto at_a = block->number_of.find(a);
		const auto at_b = block->number_of.find(b);
		if (at_a != block->number_of.end() && at_b != block->number_of.end()) {
			block->apart.emplace_back(at_a->second, at_b->second);
		}
	}
	return block;
}

std::vector<std::size_t> Projection::take_touched(KeptPeople::OfRoot& block, const TouchedPeople& touched) {
	std::vector<std::size_t> changed;
	for (const std::int64_t id : touched.forms) {
		const auto form = m_store.form(id);
		const auto known = block.number_of.find(id);
		const std::size_t number = known == block.number_of.end() ? add_form(block, *form) : known->second;
		take_row(block, number, *form);
		changed.push_back(number);
	}
	return changed;
}

void Projection::join_people() {
	struct Job {
		std::int64_t root = 0;
		KeptPeople::OfRoot* block = nullptr;
		std::unique_ptr<KeptPeople::OfRoot> loaded;  ///< where it was not kept
		std::vector<std::size_t> changed;
		naming::KnownPersons::Reached reached;
	};
	base::Beside<Job> joining{
	    [](Job& job) { job.reached = job.block->known.join(job.changed, {.same = {}, .different = job.block->apart}); },
	    [&](Job& job) {
		    put_reached(*job.block, job.root, job.reached);
		    if (job.loaded) m_people.keep(job.root, std::move(job.loaded));
	    },
	    k_joined_beside};
	for (const auto& [root, touched] : m_people_roots) {
		if (touched.all || is_decided_on(root)) {
			m_people.drop(root);
			join_all_people(root);
			continue;
		}
		Job job{.root = root, .block = m_people.find(root), .loaded = nullptr, .changed = {}, .reached = {}};
		if (job.block == nullptr) {
			job.loaded = load_people(root);
			job.block = job.loaded.get();
		}
		const std::size_t size = job.block->forms.size();
		job.changed = take_touched(*job.block, touched);
		if (!job.loaded) {
			m_people.grown_by(job.block->forms.size() - size);
			for (const auto& [a, b] : touched.told_apart) {
				job.block->apart.emplace_back(job.block->number_of.at(a), job.block->number_of.at(b));
			}
		}
		const std::size_t weight = job.block->forms.size();
		joining.put(std::move(job), weight);
	}
	joining.end();
}

void Projection::put_reached(KeptPeople::OfRoot& block, std::int64_t root,
                             const naming::KnownPersons::Reached& reached) {
	std::map<RecordId, std::size_t> before;  // how many forms a person had
	for (const std::size_t number : reached.mentions) {
		if (block.forms[number].person != 0) ++before[block.forms[number].person];
	}
	std::set<RecordId> now;
	for (const std::vector<std::size_t>& members : reached.persons.persons) {
		PersonRow person;
		person.root = root;
		bool same = true;
		for (const std::size_t member : members) {
			const RecordId first = block.forms[member].first;
			if (person.id == 0 || names_before(first, person.id)) person.id = first;
			same = same && block.forms[member].person == block.forms[members.front()].person;
		}
		now.insert(person.id);
		// Name and country follow from the forms: where these are the same there is nothing to write.
		const RecordId was = block.forms[members.front()].person;
		if (same && was == person.id && before[was] == members.size()) continue;
		for (const std::size_t member : members) {
			const naming::KnownMention& mention = block.known.mention(member);
			const auto fuller = [](std::string_view name) { return std::make_pair(name.size(), name); };
			if (fuller(mention.written) > fuller(person.name)) person.name = mention.written;
			if (mention.country && person.country.empty()) person.country = *mention.country;
			if (block.forms[member].person == person.id) continue;
			FormRow form = *m_store.form(block.forms[member].id);
			form.person = person.id;
			m_store.put_form(form);
			block.forms[member].person = person.id;
		}
		const auto held = m_store.person(person.id);
		if (!held || held->root != root || held->name != person.name || held->country != person.country) {
			m_store.put_person(person);
		}
	}
	for (const auto& gone : before) {
		if (!now.contains(gone.first)) m_store.remove_person(gone.first);
	}
	std::vector<ProposalRow> unsure;
	for (const auto& one : reached.persons.unsure) {
		unsure.push_back({.kind = "person",
		                  .root = root,
		                  .a = write_id(IdKind::person, block.forms[one.pair.first].first),
		                  .b = write_id(IdKind::person, block.forms[one.pair.second].first),
		                  .score = one.proposal.score,
		                  .reason = one.proposal.reason,
		                  .words = "[]"});
	}
	// Proposals between others stay.
	std::vector<ProposalRow> held = m_store.proposals_of_root("person", root);
	std::set<std::string> looked_at;
	if (!held.empty()) {
		for (const std::size_t number : reached.mentions) {
			looked_at.insert(write_id(IdKind::person, block.forms[number].first));
		}
	}
	for (ProposalRow& row : held) {
		if (!looked_at.contains(row.a)) unsure.push_back(std::move(row));
	}
	m_store.put_proposals("person", root, unsure);
}

}  // namespace bienban::registry
