#include <algorithm>
#include <future>
#include <iterator>
#include <limits>
#include <span>

#include "model/json.hpp"
#include "register/register.hpp"
#include "register/sources.hpp"

/// Facts with the first records that tell of them, many at once.
namespace bienban::registry {

namespace {

/// Below this a thread costs more than it saves.
constexpr std::size_t k_few_facts = 500;

/// A record that tells of a fact, without what is looked up when it is shown.
Source first_source(RecordId record) {
	return {.record = record,
	        .document = document_of(record),
	        .path = {},
	        .title = {},
	        .published = std::nullopt,
	        .begin = 0,
	        .end = 0,
	        .quote = {},
	        .certainty = 0,
	        .gone = false,
	        .value = {}};
}

void put_quote(Store& store, const RecordRow& row, Source& source) {
	source.begin = row.begin;
	source.end = row.end;
	source.certainty = row.certainty;
	if (!is_entered(row.id)) source.quote = quote(store, source.document, row.begin, row.end);
}

/// The first record of each way in which the fact is told.
std::vector<Source> sayings_of(Store& store, RecordId fact) {
	std::vector<Source> sayings;
	for (const SignatureRow& signature : store.signatures_of_fact(fact)) {
		for (const RecordRow& row : store.records_of_signature(signature.id, 1)) {
			if (row.gone != 0) continue;
			Source& saying = sayings.emplace_back(first_source(row.id));
			saying.value = value_of(signature);
			put_quote(store, row, saying);
		}
	}
	std::ranges::sort(sayings, [](const Source& a, const Source& b) { return names_before(a.record, b.record); });
	return sayings;
}

/// When the documents of the sources were published.
void date_sources(Store& store, std::vector<ToldFact>& facts) {
	std::vector<std::int64_t> documents;
	const auto each = [&](const auto& visit) {
		for (ToldFact& told : facts) {
			for (Source& source : told.sources) {
				if (source.document != 0) visit(source);
			}
		}
	};
	each([&](const Source& source) { documents.push_back(source.document); });
	std::ranges::sort(documents);
	documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
	const auto days = store.published_of(documents);
	each([&](Source& source) {
		const auto found = std::ranges::lower_bound(documents, source.document);
		source.published = days[static_cast<std::size_t>(found - documents.begin())];
	});
}

/// `facts` with the first `most_told` records of each; `gone` are those that tell of nothing any more, sorted.
base::Result<std::vector<ToldFact>> told_of(Store& store, std::vector<FactRow> facts, std::span<const RecordId> gone,
                                            std::size_t most_told) {
	std::vector<RecordId> ids;
	ids.reserve(facts.size());
	for (const FactRow& fact : facts) ids.push_back(fact.id);
	auto records_of = store.records_of_facts(ids);
	std::vector<ToldFact> all(facts.size());
	for (std::size_t i = 0; i < facts.size(); ++i) {
		ToldFact& told = all[i];
		auto record = model::record_from_json(facts[i].value);
		if (!record) return base::fail("register-damaged", {record.error().values.front()});
		told.record = std::move(*record);
		told.fact = std::move(facts[i]);
		std::vector<RecordId>& records = records_of[i];
		if (!gone.empty()) {
			std::erase_if(records, [&](RecordId one) { return std::ranges::binary_search(gone, one); });
		}
		told.records = static_cast<std::int64_t>(records.size());
		if (!told.fact.conflicts.empty()) {
			told.sources = sayings_of(store, told.fact.id);
			continue;
		}
		const std::size_t most = std::min(records.size(), most_told);
		std::ranges::partial_sort(records, records.begin() + static_cast<std::ptrdiff_t>(most), names_before);
		told.sources.reserve(most);
		const bool support = std::holds_alternative<model::Support>(told.record.value);
		for (const RecordId id : std::span{records}.first(most)) {
			told.sources.push_back(first_source(id));
			// The words of a gift say more of it than its fields.
			if (!support || is_entered(id)) continue;
			if (const auto row = store.record(id)) put_quote(store, *row, told.sources.back());
		}
	}
	date_sources(store, all);
	return all;
}

}  // namespace

base::Result<std::vector<ToldFact>> Register::told(const FactQuestion& question, std::size_t most_told,
                                                   Register* beside) {
	const ReadingView view{*m_store};
	const std::vector<RecordId> gone = m_store->gone_records();
	const bool asks_documents = question.source || question.words;
	const bool all = question.page.limit == std::numeric_limits<std::size_t>::max() && question.page.offset == 0;
	if (question.between_a.empty() || asks_documents || !all || question.sort != Sort::id) {
		return told_of(*m_store, m_store->list_facts(question), gone, most_told);
	}
	const std::vector<RecordId> facts = m_store->facts_between(question);
	const auto told_among = [&](Store& store, std::span<const RecordId> some) {
		return told_of(store, store.list_facts_among(question, some), gone, most_told);
	};
	if (beside == nullptr || facts.size() < k_few_facts) return told_among(*m_store, facts);
	const std::size_t half = facts.size() / 2;
	auto last =
	    std::async(std::launch::async, [&] { return told_among(beside->rows(), std::span{facts}.subspan(half)); });
	auto first = told_among(*m_store, std::span{facts}.first(half));
	auto behind = last.get();
	if (!first || !behind) return first ? std::move(behind) : std::move(first);
	first->insert(first->end(), std::make_move_iterator(behind->begin()), std::make_move_iterator(behind->end()));
	return first;
}

}  // namespace bienban::registry
