#include <doctest/doctest.h>

#include "register/sqlite_open.hpp"

using namespace bienban::registry;

namespace {

using Ids = std::vector<std::int64_t>;

/// A small register with six facts of four documents.
struct World {
	World() : store(scratch_store()) {
		store->begin();
		document(1, "press/one.txt", 20190505, {"VN-05", "LA-HO"}, "Hội đàm ở Sơn La");
		document(2, "press/two_a.txt", 20200505, {"VN-05", "LA-LP"}, "Hội đàm ở Luông Pha Băng");
		document(3, "desk/Three%.txt", 0, {"VN-21", "LA-HO"}, "Ma túy");
		document(4, "desk/four.txt", 20180101, {"LA"}, "Hội nghị");
		fact(1, {.type = "meeting",
		         .first_day = 20190505,
		         .last_day = 20190505,
		         .parties = {"VN-05/military-command", "LA-HO/military-command"},
		         .pairs = {"VN-05|LA-HO"}});
		fact(2, {.type = "meeting",
		         .first_day = 20200505,
		         .last_day = 20200505,
		         .conflicts = {"date"},
		         .parties = {"VN-05/border-post/a", "LA-LP/district/b"},
		         .pairs = {"VN-05|LA-LP"}});
		fact(3, {.type = "result",
		         .first_day = 20190101,
		         .last_day = 20191231,
		         .parties = {"VN-21/border-guard"},
		         .pairs = {"VN-21|LA-HO"},
		         .themes = {"drugs", "smuggling"}});
		fact(4, {.type = "commitment", .status = Status::rejected, .parties = {"LA/government"}, .pairs = {"VN|LA"}});
		fact(entered_id(9), {.type = "meeting", .status = Status::confirmed, .parties = {"VN-21/district-military"}});
		store->commit();
	}

	void document(std::int64_t id, const char* source, std::int32_t day, std::vector<std::string> places,
	              const char* text) {
		store->put_text(id, std::to_string(id), text);
		store->index_text(id, text);
		store->put_document({.id = id, .source = source, .day = day, .places = std::move(places)});
	}

	/// A fact told by the document of its number.
	void fact(RecordId id, FactRow row) {
		row.id = is_entered(id) ? id : record_id(id, 0);
		row.value = "{}";
		store->put_fact(row);
		const auto signature = store->add_signature(1, std::to_string(id), 0);
		store->put_fact_of(signature, row.id, true);
		store->put_record({.id = row.id, .signature = signature});
	}

	/// The documents or entries that name the facts found, which are also counted.
	Ids facts(const FactQuestion& question) {
		Ids ids;
		for (const FactRow& row : store->list_facts(question)) {
			ids.push_back(is_entered(row.id) ? row.id : document_of(row.id));
		}
		FactQuestion all = question;
		all.page = {};
		CHECK(store->count_facts(question) == Count{static_cast<std::int64_t>(store->list_facts(all).size()), false});
		return ids;
	}

	Ids documents(const DocumentQuestion& question) {
		Ids ids;
		for (const DocumentRow& row : store->list_documents(question)) ids.push_back(row.id);
		CHECK(store->count_documents(question) == Count{static_cast<std::int64_t>(ids.size()), false});
		return ids;
	}

	std::unique_ptr<Store> store;
};

}  // namespace

TEST_CASE("facts come by day, those without one last, without what was rejected") {
	World world;
	CHECK(world.facts({}) == Ids{3, 1, 2, -9});
	CHECK(world.facts({.sort = Sort::date_down}) == Ids{2, 1, 3, -9});
	CHECK(world.facts({.sort = Sort::id}) == Ids{1, 2, 3, -9});
	CHECK(world.facts({.types = {"meeting"}}) == Ids{1, 2, -9});
	CHECK(world.facts({.page = {.limit = 2, .offset = 1}}) == Ids{1, 2});
	CHECK(world.facts({.page = {.limit = 2, .offset = 9}}).empty());
}

TEST_CASE("a party asked for takes in its named bodies, a place its parties, a country its provinces") {
	World world;
	CHECK(world.facts({.party = "VN-05/military-command"}) == Ids{1});
	CHECK(world.facts({.party = "VN-05/border-post"}) == Ids{2});
	CHECK(world.facts({.party = "VN-05/border-post/a"}) == Ids{2});
	CHECK(world.facts({.party = "VN-21/district"}).empty());
	CHECK(world.facts({.party = "VN-05"}) == Ids{1, 2});
	CHECK(world.facts({.party = "LA"}) == Ids{1, 2});
	CHECK(world.facts({.party = "VN"}) == Ids{3, 1, 2, -9});
	CHECK(world.facts({.party = "V"}).empty());
	CHECK(world.facts({.party = "' OR 1=1 --"}).empty());
}

TEST_CASE("a party that is held as another is found by its own name") {
	World world;
	world.store->put_party({.party = "VN-05/police", .block = 1, .canonical = "VN-05/military-command", .decided = 1});
	CHECK(world.facts({.party = "VN-05/police"}) == Ids{1});
}

TEST_CASE("a body is a kind of party, of the asked place where one is asked for") {
	World world;
	CHECK(world.facts({.body = "border-post"}) == Ids{2});
	CHECK(world.facts({.body = "district"}) == Ids{2});
	CHECK(world.facts({.party = "LA-LP", .body = "district"}) == Ids{2});
	CHECK(world.facts({.party = "VN-05", .body = "district"}).empty());
}

TEST_CASE("facts between two places are found either way round") {
	World world;
	CHECK(world.facts({.between_a = {"VN-05"}, .between_b = {"LA-HO"}}) == Ids{1});
	CHECK(world.facts({.between_a = {"LA-HO"}, .between_b = {"VN-05", "VN-21"}}) == Ids{3, 1});
	CHECK(world.facts({.between_a = {"VN-05"}, .between_b = {"LA"}}) == Ids{1, 2});
	CHECK(world.facts({.between_a = {"VN"}, .between_b = {"LA"}, .statuses = {"rejected"}}) == Ids{4});
	CHECK(world.facts({.pair = "VN-05|LA-LP"}) == Ids{2});
	CHECK(world.facts({.pair = "VN|LA"}).empty());
	CHECK(world.store->list_pairs() == std::vector<std::string>{"VN-05|LA-HO", "VN-05|LA-LP", "VN-21|LA-HO", "VN|LA"});
}

TEST_CASE("facts are filtered by theme, period, status and conflict") {
	World world;
	CHECK(world.facts({.theme = "drugs"}) == Ids{3});
	CHECK(world.facts({.types = {"meeting"}, .theme = "drugs"}).empty());  // meetings have none
	CHECK(world.facts({.period = Days{20190601, 20191231}}) == Ids{3});
	CHECK(world.facts({.period = Days{20190505, 20190505}}) == Ids{3, 1});
	CHECK(world.facts({.period = Days{20210101, 99991231}}).empty());
	CHECK(world.facts({.statuses = {"confirmed", "rejected"}}) == Ids{-9, 4});
	CHECK(world.facts({.in_conflict = true}) == Ids{2});
	CHECK(world.facts({.types = {"meeting"}, .party = "VN", .period = Days{20190101, 20201231}}) == Ids{1, 2});
}

TEST_CASE("facts are filtered by the path and the words of their documents") {
	World world;
	CHECK(world.facts({.source = "press/"}) == Ids{1, 2});
	CHECK(world.facts({.source = "THREE%"}) == Ids{3});
	CHECK(world.facts({.source = "o_a"}) == Ids{2});
	CHECK(world.facts({.source = "%"}) == Ids{3});
	CHECK(world.facts({.source = std::string(100'000, 'x')}).empty());
	CHECK(world.facts({.words = "(\"hoi dam\")"}) == Ids{1, 2});
	CHECK(world.facts({.source = "two", .words = "(\"hoi dam\")"}) == Ids{2});
	CHECK(world.facts({.types = {"result"}, .words = "(\"hoi dam\")"}).empty());
}

TEST_CASE("documents come by day and are filtered by place, period, path and words") {
	World world;
	CHECK(world.documents({}) == Ids{4, 1, 2, 3});
	CHECK(world.documents({.sort = Sort::date_down}) == Ids{2, 1, 4, 3});
	CHECK(world.documents({.sort = Sort::id}) == Ids{1, 2, 3, 4});
	CHECK(world.documents({.place = "LA-HO"}) == Ids{1, 3});
	CHECK(world.documents({.place = "LA"}) == Ids{4, 1, 2, 3});
	CHECK(world.documents({.between_a = {"VN-05"}, .between_b = {"LA-HO"}}) == Ids{1});
	CHECK(world.documents({.between_a = {"LA"}, .between_b = {"VN-05"}}) == Ids{1, 2});
	CHECK(world.documents({.period = Days{0, 20191231}}) == Ids{4, 1});
	CHECK(world.documents({.source = "desk"}) == Ids{4, 3});
	CHECK(world.documents({.words = "(\"ma tui\")"}).empty());
	CHECK(world.documents({.words = "(\"ma\") AND (\"tuy\")"}) == Ids{3});
	CHECK(world.documents({.place = "VN-05", .words = "(\"hoi\")"}) == Ids{1, 2});
}

TEST_CASE("what very many documents have is looked for fact by fact, with the same answer") {
	World world;
	world.store->begin();
	for (std::int64_t id = 10; id < 5'100; ++id) {
		const std::string text = id % 2 == 0 ? "hội đàm" : "hội";
		world.store->put_text(id, std::to_string(id), text);
		world.store->index_text(id, text);
		world.store->put_document({.id = id, .source = "press/many.txt", .day = 20210101, .places = {"VN-22"}});
	}
	world.store->commit();
	CHECK(world.facts({.words = "(\"hoi\")"}) == Ids{1, 2});
	CHECK(world.facts({.source = "press", .words = "(\"hoi\")"}) == Ids{1, 2});
	CHECK(world.facts({.source = "press"}) == Ids{1, 2});
	CHECK(world.facts({.source = "one", .words = "(\"hoi\")"}) == Ids{1});
	CHECK(world.documents({.place = "VN-05", .words = "(\"hoi\")"}) == Ids{1, 2});
	const auto many = world.store->count_documents({.words = "(\"hoi\")"});
	CHECK(many == Count{5'093, false});
	CHECK(world.store->documents_with_words("(\"hoi dam\")", 10, 5'099).size() == 10);
	CHECK(world.store->documents_with_words("(\"hoi dam\")", 10, 100).front().document < 100);
}

TEST_CASE("counting stops") {
	const auto store = scratch_store();
	store->begin();
	for (std::int64_t id = 1; id <= k_most_counted + 5; ++id) {
		store->put_document({.id = id, .source = "a", .day = 20200101, .places = {"VN-05"}});
	}
	store->commit();
	CHECK(store->count_documents({}) == Count{k_most_counted, true});
	CHECK(store->count_documents({.place = "VN-05"}) == Count{k_most_counted, true});
	CHECK(store->list_documents({.page = {.limit = 50, .offset = 10'000}}).size() == 5);
}

TEST_CASE("persons and parties are listed by name and found by part of it") {
	World world;
	auto& store = *world.store;
	store.put_person({.id = 1, .root = 1, .name = "Nguyễn Văn Đức", .country = "VN"});
	store.put_person({.id = 2, .root = 2, .name = "Khăm-Xay", .country = "LA"});
	store.put_person({.id = 3, .root = 3, .name = "Bun Nhăng", .country = "LA"});
	const auto names = [&](const NameQuestion& question) {
		std::vector<std::string> found;
		for (const PersonRow& row : store.list_persons(question)) found.push_back(row.name);
		return found;
	};
	using Names = std::vector<std::string>;
	CHECK(names({}) == Names{"Bun Nhăng", "Khăm-Xay", "Nguyễn Văn Đức"});
	CHECK(names({.country = "LA"}) == Names{"Bun Nhăng", "Khăm-Xay"});
	CHECK(names({.name = "van duc"}) == Names{"Nguyễn Văn Đức"});
	CHECK(names({.name = "kham xay"}) == Names{"Khăm-Xay"});
	CHECK(names({.page = {.limit = 1, .offset = 1}}) == Names{"Khăm-Xay"});
	CHECK(store.count_persons({.country = "LA"}) == Count{2, false});
	CHECK(store.count_persons({}) == Count{3, false});

	const auto parties = [&](const NameQuestion& question) {
		Names found;
		for (const PartyCount& row : store.list_parties(question)) found.push_back(row.party);
		CHECK(store.count_parties(question).number == static_cast<std::int64_t>(found.size()));
		return found;
	};
	CHECK(parties({.country = "VN-05"}) == Names{"VN-05/border-post/a", "VN-05/military-command"});
	CHECK(parties({.country = "LA", .body = "district"}) == Names{"LA-LP/district/b"});
	CHECK(parties({.name = "MILITARY COMM"}) == Names{"LA-HO/military-command", "VN-05/military-command"});
	CHECK(store.list_parties({.body = "border-guard"}).front().facts == Count{1, false});
}

TEST_CASE("proposals come the likeliest first, changes until somebody has seen them") {
	World world;
	auto& store = *world.store;
	store.put_proposals("party", 1,
	                    {{.kind = "party", .root = 1, .a = "a", .b = "b", .score = 0.4},
	                     {.kind = "party", .root = 1, .a = "a", .b = "c", .score = 0.6}});
	const auto proposals = store.list_proposals(Proposals::all, {});
	REQUIRE(proposals.size() == 2);
	CHECK(proposals[0].b == "c");
	CHECK(store.count_proposals(Proposals::all) == Count{2, false});
	CHECK(store.list_proposals(Proposals::of_records, {}).empty());
	CHECK(store.count_proposals(Proposals::of_names) == Count{2, false});
	store.put_changed({.record = 1, .entry = 1, .before = "{}", .after = "", .seen = 0});
	store.put_changed({.record = 2, .entry = 1, .before = "{}", .after = "", .seen = 5});
	CHECK(store.list_changed({}).size() == 1);
	CHECK(store.count_changed() == Count{1, false});
}
