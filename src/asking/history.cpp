#include "asking/history.hpp"

#include <algorithm>

#include "asking/stories.hpp"

namespace bienban::asking {

using registry::Entry;
using registry::IdKind;
using registry::Register;

base::Result<std::set<std::int64_t>> entries_about(Register& opened, const registry::Id& id) {
	std::set<std::int64_t> entries;
	// What was said of the document itself, taken back or not.
	const auto marks = [&](const std::string& document) {
		for (const registry::DecisionRow& row : opened.rows().all_decisions()) {
			if (row.subject != document) continue;
			entries.insert(row.entry);
			if (row.undone != 0) entries.insert(row.undone);
		}
	};
	const auto decisions = [&](const std::vector<registry::DecisionRow>& rows) {
		for (const registry::DecisionRow& row : rows) {
			entries.insert(row.entry);
			if (row.undone != 0) entries.insert(row.undone);
		}
	};
	bool known = true;
	switch (id.kind) {
		case IdKind::document: {
			const auto document = opened.rows().document(id.number);
			known = document.has_value();
			if (!known) break;
			entries.insert(document->entry);
			marks(registry::write_id(id.kind, id.number));
			for (const registry::RecordRow& row : opened.rows().records_of_document(id.number)) {
				for (const registry::ChangedRow& change : opened.rows().changes_of(row.id)) {
					entries.insert(change.entry);
				}
			}
			break;
		}
		case IdKind::record:
		case IdKind::fact: {
			const auto view = opened.fact(id.number, k_sources_in_json);
			known = view.has_value();
			if (!known) break;
			for (const registry::StatedValue& statement : view->statements) entries.insert(statement.entry);
			for (const registry::Source& source : view->sources) {
				for (const registry::ChangedRow& change : opened.rows().changes_of(source.record)) {
					entries.insert(change.entry);
				}
			}
			decisions(opened.decisions_about(view->fact.id));
			break;
		}
		case IdKind::person: {
			const auto view = opened.person(id.number, 0);
			known = view.has_value();
			if (known) decisions(view->decisions);
			break;
		}
		case IdKind::entry: {
			known = opened.rows().entry(id.number).has_value();
			entries.insert(id.number);
			const auto decision = opened.rows().decision(id.number);
			if (decision && decision->undone != 0) entries.insert(decision->undone);
			break;
		}
	}
	if (!known) return base::fail("register-no-such", {registry::write_id(id.kind, id.number)});
	entries.erase(0);
	return entries;
}

std::vector<Entry> entries_page(Register& opened, const registry::PageOf& page, const std::set<std::int64_t>& about) {
	std::vector<Entry> entries;
	std::size_t at = 0;
	for (auto seq = about.rbegin(); seq != about.rend(); ++seq, ++at) {
		if (at < page.offset || at >= page.offset + page.limit) continue;
		if (auto entry = opened.rows().entry(*seq)) entries.push_back(std::move(*entry));
	}
	return entries;
}

std::vector<Entry> journal_page(Register& opened, const registry::PageOf& page) {
	const auto newest = opened.rows().last_entry();
	const std::int64_t total = newest ? newest->seq : 0;
	std::vector<Entry> entries;
	const std::int64_t last = total - static_cast<std::int64_t>(page.offset);
	const std::int64_t first = std::max<std::int64_t>(last - static_cast<std::int64_t>(page.limit), 0);
	if (last <= 0) return entries;
	opened.rows().each_entry(first, [&](const Entry& entry) {
		if (entry.seq > last) return false;
		entries.push_back(entry);
		return entry.seq < last;
	});
	std::ranges::reverse(entries);
	return entries;
}

}  // namespace bienban::asking
