#include "register/sources.hpp"

#include <nlohmann/json.hpp>

#include "facts/claim.hpp"
#include "model/json.hpp"
#include "text/offsets.hpp"

namespace bienban::registry {

std::string quote(Store& store, std::int64_t document, std::uint32_t begin, std::uint32_t end) {
	return text::one_spaced(store.words(document, begin, end));
}

Source source_of(Store& store, const RecordRow& row, std::string value) {
	Source source{.record = row.id,
	              .document = document_of(row.id),
	              .path = {},
	              .title = {},
	              .published = std::nullopt,
	              .begin = row.begin,
	              .end = row.end,
	              .quote = {},
	              .certainty = row.certainty,
	              .gone = row.gone != 0,
	              .value = std::move(value)};
	if (is_entered(row.id)) return source;
	if (auto document = store.document(source.document)) {
		source.path = std::move(document->source);
		source.title = std::move(document->title);
		source.published = std::move(document->published);
	}
	source.quote = quote(store, source.document, row.begin, row.end);
	return source;
}

std::optional<Source> heading_of(Store& store, std::int64_t document) {
	auto row = store.document(document);
	if (!row) return std::nullopt;
	Source source;
	source.document = document;
	source.path = std::move(row->source);
	source.title = std::move(row->title);
	source.published = std::move(row->published);
	return source;
}

std::string value_of(const SignatureRow& signature) {
	return model::dump(model::to_json(facts::claim_of(signature.signature).record));
}

}  // namespace bienban::registry
