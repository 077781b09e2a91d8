// What people type on a command line: words to search for, names of things, values of fields. And entries of a journal
// that somebody else may have written.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check.hpp"
#include "model/field_values.hpp"
#include "model/json.hpp"
#include "model/names.hpp"
#include "register/ids.hpp"
#include "register/reading_entry.hpp"
#include "register/search.hpp"
#include "register/sqlite_open.hpp"

namespace {

using namespace bienban;

registry::Store& a_register() {
	static const auto store = [] {
		auto made = registry::scratch_store();
		constexpr std::string_view k_text = "Hội đàm ở Hủa Phăn (Houaphan) ngày 11/11/2019.\nHai bên ký biên bản.";
		made->put_text(1, "-", k_text);
		made->index_text(1, k_text);
		return made;
	}();
	return *store;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
	const std::string_view words{reinterpret_cast<const char*>(data), size};
	const registry::Spellings spellings = [](std::string_view) {
		return std::vector<std::string>{"hủa phăn", "houaphan"};
	};
	// Whatever is asked, the database must understand it: it throws where it does not.
	if (const auto found = registry::search(a_register(), words, spellings, {})) {
		for (const registry::SearchHit& hit : found->hits) {
			for (const base::Span word : hit.words)
				fuzz::must_lie_in(word, hit.sentence, "a found word lies in its sentence");
		}
	}
	if (const auto id = registry::parse_id(words)) {
		const auto again = registry::parse_id(registry::write_id(id->kind, id->number));
		fuzz::must(again && again->number == id->number, "a name comes back");
	}
	for (const std::string_view type : model::k_record_types) {
		for (const std::string_view field : model::field_names(type)) {
			static_cast<void>(model::field_json(type, {.name = std::string{field}, .words = std::string{words}}));
		}
	}
	if (const auto entry = registry::reading_of(words)) {
		fuzz::must(registry::reading_of(registry::to_payload(*entry)).has_value(), "an entry comes back");
	}
	return 0;
}
