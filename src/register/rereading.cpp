#include "register/rereading.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "facts/claim.hpp"
#include "model/json.hpp"

#include "model/names.hpp"
#include "register/kept_people.hpp"
#include "register/person_form.hpp"
#include "register/projection.hpp"

namespace bienban::registry {

namespace {

/// What is held, as far as matching it with a new reading needs.
struct Held {
	std::int64_t ordinal = 0;
	std::string kind;  ///< a record's type, a person's name
	std::string value;
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	bool gone = false;
};

std::uint32_t common(std::uint32_t begin_a, std::uint32_t end_a, std::uint32_t begin_b, std::uint32_t end_b) {
	const std::uint32_t begin = std::max(begin_a, begin_b);
	const std::uint32_t end = std::min(end_a, end_b);
	return begin < end ? end - begin : 0;
}

/// Gives each of the new readings the ordinal of the held one that it is, or a new one. `fits` is 0 where the two are
/// not one, else the higher the better.
template <typename Reads, typename Fits>
void match(Reads& reads, const std::vector<Held>& held, Fits&& fits) {
	struct Candidate {
		std::size_t read = 0;
		std::size_t held = 0;
		double fit = 0;
	};
	std::vector<Candidate> candidates;
	std::int64_t next = 0;
	for (std::size_t h = 0; h < held.size(); ++h) {
		next = std::max(next, held[h].ordinal + 1);
		for (std::size_t r = 0; r < reads.size(); ++r) {
			if (const double fit = fits(reads[r], held[h]); fit > 0) candidates.push_back({r, h, fit});
		}
	}
	std::ranges::stable_sort(candidates, std::greater{}, &Candidate::fit);
	std::vector<bool> read_done(reads.size());
	std::vector<bool> held_done(held.size());
	for (const Candidate& candidate : candidates) {
		if (read_done[candidate.read] || held_done[candidate.held]) continue;
		read_done[candidate.read] = held_done[candidate.held] = true;
		reads[candidate.read].ordinal = held[candidate.held].ordinal;
	}
	for (std::size_t r = 0; r < reads.size(); ++r) {
		if (!read_done[r]) reads[r].ordinal = next++;
	}
}

std::string value_of(const ReadRecord& read) { return model::dump(model::to_json(read.record)); }

}  // namespace

std::optional<Prepared> reread(Store& store, std::int64_t document, const Prepared& prepared) {
	std::vector<Held> records;
	for (const RecordRow& row : store.records_of_document(document)) {
		const auto signature = store.signature(row.signature);
		const model::Record record = facts::claim_of(signature->signature).record;
		records.push_back({.ordinal = ordinal_of(row.id),
		                   .kind = std::string{model::type_of(record)},
		                   .value = model::dump(model::to_json(record)),
		                   .begin = row.begin,
		                   .end = row.end,
		                   .gone = row.gone != 0});
	}
	std::vector<Held> people;
	for (const RecordRow& row : store.mentions_of_document(document)) {
		const auto form = store.form(row.signature);
		people.push_back({.ordinal = ordinal_of(row.id),
		                  .kind = mention_of_form(form->form).name,
		                  .value = form->form,
		                  .begin = row.begin,
		                  .end = row.end,
		                  .gone = row.gone != 0});
	}
	Prepared again = prepared;
	ReadingEntry& entry = again.entry;
	match(entry.records, records, [](const ReadRecord& read, const Held& held) {
		if (held.kind != model::type_of(read.record)) return 0.0;
		const double shared = common(read.begin, read.end, held.begin, held.end);
		const double all = std::max(read.end, held.end) - std::min(read.begin, held.begin);
		if (shared == 0 || all == 0) return 0.0;
		return shared / all + (value_of(read) == held.value ? 1.0 : 0.0);
	});
	match(entry.people, people, [](const ReadPerson& read, const Held& held) {
		const bool alike = form_of(mention_of(read.person)) == held.value;
		if (read.person.name == held.kind) return alike ? 3.0 : 2.0;
		return common(read.begin, read.end, held.begin, held.end) > 0 ? 1.0 : 0.0;
	});
	std::ranges::sort(entry.records, {}, &ReadRecord::ordinal);
	std::ranges::sort(entry.people, {}, &ReadPerson::ordinal);

	const auto same = [](const auto& reads, const std::vector<Held>& held, auto&& value) {
		const auto there = std::ranges::count(held, false, &Held::gone);
		if (static_cast<std::size_t>(there) != reads.size()) return false;
		return std::ranges::all_of(reads, [&](const auto& read) {
			const auto found = std::ranges::find(held, read.ordinal, &Held::ordinal);
			return found != held.end() && !found->gone && found->value == value(read) && found->begin == read.begin &&
			       found->end == read.end;
		});
	};
	// The same text without pages, read again from elsewhere, takes none away.
	const auto origin = store.origin(document);
	if (origin && entry.layout != origin->layout && (entry.layout.empty() || !origin->layout.empty())) {
		entry.origin = {.format = origin->format, .sha256 = origin->original};
		entry.layout = origin->layout;
	}
	const bool same_origin = origin ? origin->layout == entry.layout : entry.origin.format.empty();
	const auto row = store.document(document);
	if (row && same_origin && row->title == entry.title && row->published == entry.published &&
	    same(entry.records, records, value_of) &&
	    same(entry.people, people, [](const ReadPerson& read) { return form_of(mention_of(read.person)); })) {
		return std::nullopt;
	}
	again.payload = to_payload(entry);
	work_out(again);
	return again;
}

void replay(Store& store, const std::function<void(std::int64_t, std::int64_t)>& progress) {
	// Settled now and then, so that what waits to be joined does not grow with the journal.
	constexpr std::int64_t k_between = 2000;
	const auto last = store.last_entry();
	const std::int64_t total = last ? last->seq : 0;
	KeptPeople people;
	Projection projection{store, people};
	store.each_entry(0, [&](const Entry& entry) {
		if (entry.kind == "reading") {
			auto reading = reading_of(entry.payload);
			if (!reading) throw std::runtime_error(write_id(IdKind::entry, entry.seq));
			const auto document = store.document_of_text(reading->sha256);
			if (!document) throw std::runtime_error(write_id(IdKind::entry, entry.seq));
			Prepared prepared{.text = {}, .entry = std::move(*reading), .payload = {}, .records = {}, .people = {}};
			work_out(prepared);
			projection.read(entry.seq, *document, prepared);
		} else {
			// A decision is made on what was there when it was made.
			projection.settle();
			projection.decide(entry);
			projection.settle();
		}
		if (entry.seq % k_between == 0) {
			projection.settle();
			if (progress) progress(entry.seq, total);
		}
		return true;
	});
	projection.settle();
	if (progress) progress(total, total);
}

}  // namespace bienban::registry
