#include "register/register.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "model/json.hpp"
#include "register/hash.hpp"
#include "register/scratch_folder.hpp"
#include "register/sqlite_open.hpp"
#include "register/sqlite_upgrade.hpp"
#include "register/tokenizer.hpp"

using namespace bienban;
using namespace bienban::registry;

namespace {

using Folder = ScratchFolder;

/// A report of talks between two parties, as one document tells it. Its text is told apart by `words`.
Prepared report(const std::string& words, const std::optional<std::string>& date = "2021-05-05",
                const std::string& program = "1", const std::string& name = "Nguyễn Văn A") {
	model::Document document{.source = words + ".txt",
	                         .text = "Hội đàm ở Sơn La: " + words,
	                         .blocks = {},
	                         .title = "Hội đàm",
	                         .published = "2021-05-06",
	                         .authors = {}};
	model::Reading reading;
	reading.places = {"LA-HO", "VN-05"};
	const base::Span span{base::ByteOffset{std::size_t{0}}, base::ByteOffset{std::size_t{11}}};
	reading.records.push_back(
	    {.value = model::Meeting{.date = date, .parties = {"VN-05/military-command", "LA-HO/military-command"}},
	     .evidence = span,
	     .certainty = 0.6400001F});  // a product of two: more places than the journal keeps
	reading.people.push_back(
	    {.name = name, .rank = "Đại tá", .title = "Chỉ huy trưởng", .country = "VN", .evidence = span});
	return prepare(std::move(document), reading, {.program = program, .lexicon = "2"});
}

Register made(const Folder& folder, const std::vector<Prepared>& documents = {}) {
	auto opened = Register::open(folder.path / "r.db", Access::write);
	REQUIRE(opened);
	if (!documents.empty()) opened->add(documents);
	return std::move(*opened);
}

std::string dump(Register& held) {
	std::string all;
	held.dump([&](const std::string& line) { all += line + "\n"; });
	return all;
}

std::vector<FactRow> facts_of(Register& held) { return held.rows().list_facts({}); }

RecordId named(std::string_view id) { return parse_id(id)->number; }

const Author k_author{.who = "Lan", .why = "so với biên bản"};

std::string refusal(const std::filesystem::path& path, Access access) {
	const auto opened = Register::open(path, access);
	return opened ? "opened" : opened.error().message;
}

Database database(const std::filesystem::path& path) {
	Database db{path, Access::write, k_wait};
	add_tokenizer(db.handle());
	return db;
}

}  // namespace

TEST_CASE("a document added twice stands once") {
	const Folder folder;
	Register held = made(folder);
	const std::vector<Prepared> one = {report("một")};
	CHECK(held.add(one).front().outcome == Outcome::added);
	const std::string before = dump(held);
	CHECK(held.add(one).front().outcome == Outcome::already_there);
	CHECK(dump(held) == before);
}

TEST_CASE("one event told by three documents is one fact with three sources") {
	const Folder folder;
	Register held = made(folder, {report("một"), report("hai"), report("ba", "2021-05")});
	REQUIRE(facts_of(held).size() == 1);
	const auto view = held.fact(named("F3.0"), 10);  // any record finds it
	REQUIRE(view);
	CHECK(view->fact.id == named("F1.0"));
	CHECK(view->sources.size() == 3);
	CHECK(view->fact.conflicts.empty());
	CHECK(view->fact.value.find("\"2021-05-05\"") != std::string::npos);
	CHECK(view->sources[0].quote == "Hội đàm");
	CHECK(view->sources[0].end == 7);
	CHECK(view->why.size() == 1);  // of the two ways in which it is told
}

TEST_CASE("the register is the same however its documents were put together") {
	const Folder one;
	const Folder many;
	const std::vector<Prepared> documents = {report("một"), report("hai", "2021-05"), report("ba", "2021-05-06")};
	Register at_once = made(one, documents);
	Register singly = made(many);
	for (const Prepared& document : documents) singly.add(std::span{&document, 1});
	CHECK(dump(at_once) == dump(singly));
}

TEST_CASE("persons are the same whether one handle adds all documents, or each has another") {
	// Spellings of few names, so that most documents name somebody who is known already.
	const std::vector<std::string> names = {"Khamphet Xaynhavong", "Khăm-phết Xay-nha-vông", "Khamphet Xaynhavon",
	                                        "Phăn Sỷ Sòn My Say",  "Phansy Sonmyxay",        "Xòn My Xay"};
	const std::vector<std::vector<model::Party>> bodies = {
	    {"LA-HO/police"}, {"LA-HO/military-command"}, {}, {"LA-XI/police"}};
	const Folder one;
	const Folder many;
	Register kept = made(one);
	for (std::size_t i = 0; i < 24; ++i) {
		const std::string date = "20" + std::to_string(10 + i / 3) + "-05-0" + std::to_string(1 + i % 5);
		Prepared document = report("bài " + std::to_string(i), date, "1", names[(i * 5) % names.size()]);
		document.entry.published = date;
		model::Person& person = document.entry.people.front().person;
		person.country = "LA";
		person.bodies = bodies[(i / 2) % bodies.size()];
		document.payload = to_payload(document.entry);
		work_out(document);
		// What another handle writes is known to one that has kept who was named before.
		if (i % 4 == 2) {
			made(one).add(std::span{&document, 1});
		} else {
			kept.add(std::span{&document, 1});
		}
		made(many).add(std::span{&document, 1});
		// So is what a person decides.
		if (i % 6 == 5) {
			const std::string a = write_id(IdKind::person, record_id(static_cast<std::int64_t>(i), 0));
			const std::string b = write_id(IdKind::person, record_id(static_cast<std::int64_t>(i) - 2, 0));
			REQUIRE(made(one).decide(Same{.a = a, .b = b}, k_author));
			REQUIRE(made(many).decide(Same{.a = a, .b = b}, k_author));
			REQUIRE(kept.decide(Different{.a = a, .b = b}, k_author));
			REQUIRE(made(many).decide(Different{.a = a, .b = b}, k_author));
		}
		Register other = made(many);
		REQUIRE(dump(kept) == dump(other));
	}
	CHECK(kept.verify().faults.empty());
}

TEST_CASE("documents that disagree make a conflict, which a person's word settles, until it is taken back") {
	const Folder folder;
	Register held = made(folder, {report("một"), report("hai", "2021-05-06")});
	REQUIRE(facts_of(held).size() == 1);
	REQUIRE(facts_of(held).front().conflicts == std::vector<std::string>{"date"});
	const auto entry =
	    held.decide(Correct{.fact = named("F1.0"), .field = "date", .value = "\"2021-05-06\""}, k_author);
	REQUIRE(entry);
	const auto view = held.fact(named("F1.0"), 10);
	CHECK(view->fact.conflicts.empty());
	CHECK(view->fact.status == Status::corrected);
	CHECK(view->fact.value.find("2021-05-06") != std::string::npos);
	// Nothing is overwritten: the person's value stands first, both documents' beside it.
	std::vector<Rank> ranks;
	for (const StatedValue& value : view->statements) {
		if (value.field == "date") ranks.push_back(value.rank);
	}
	CHECK(ranks == std::vector<Rank>{Rank::preferred, Rank::rejected, Rank::normal});
	REQUIRE(held.decide(Undo{.entry = *entry}, k_author));
	CHECK(facts_of(held).front().conflicts == std::vector<std::string>{"date"});
	CHECK(facts_of(held).front().status == Status::read);
	CHECK(held.decide(Undo{.entry = *entry}, k_author).error().message == "decision-undone-already");
	REQUIRE(held.decisions_about(named("F1.0")).size() == 1);  // taken back, not forgotten
	CHECK(held.decisions_about(named("F1.0")).front().undone == *entry + 1);
	CHECK(held.rows().property("program") == "1");
}

TEST_CASE("what a person confirmed outlives a later reading, which is listed for a look") {
	const Folder folder;
	Register held = made(folder, {report("một")});
	REQUIRE(held.decide(Confirm{.fact = named("F1.0")}, k_author));
	const std::vector<Prepared> again = {report("một", "2020-01-01", "2")};
	CHECK(held.add(again).front().outcome == Outcome::reread);
	const auto view = held.fact(named("F1.0"), 10);
	REQUIRE(view);
	CHECK(view->fact.status == Status::confirmed);
	CHECK(view->fact.value.find("2021-05-05") != std::string::npos);
	const auto changed = held.rows().list_changed({});
	REQUIRE(changed.size() == 1);
	CHECK(changed.front().before.find("2021-05-05") != std::string::npos);
	CHECK(changed.front().after.find("2020-01-01") != std::string::npos);
	CHECK(held.rows().entry(1)->payload.find("2021-05-05") != std::string::npos);  // the old reading is kept
	REQUIRE(held.decide(Confirm{.fact = named("F1.0")}, k_author));
	CHECK(held.rows().list_changed({}).empty());
}

TEST_CASE("a record that is no longer read is gone, not lost") {
	const Folder folder;
	Register held = made(folder, {report("một")});
	Prepared none = report("một", "2021-05-05", "2");
	none.entry.records.clear();
	work_out(none);
	held.add(std::span{&none, 1});
	CHECK(facts_of(held).empty());
	const auto view = held.fact(named("F1.0"), 10);
	REQUIRE(view);
	CHECK(view->fact.status == Status::gone);
	CHECK(view->sources.front().gone);
}

TEST_CASE("facts are joined and split by people, and undoing gives the register back") {
	const Folder folder;
	Register held = made(folder, {report("một", "2021-05-05"), report("hai", "2019-01-01")});
	REQUIRE(facts_of(held).size() == 2);
	const auto joined = held.decide(Join{.a = named("R1.0"), .b = named("R2.0")}, k_author);
	REQUIRE(joined);
	REQUIRE(facts_of(held).size() == 1);
	CHECK(facts_of(held).front().id == named("F1.0"));
	CHECK(held.decide(Join{.a = named("R1.0"), .b = named("R2.0")}, k_author).error().message == "decision-same-fact");
	REQUIRE(held.decide(Undo{.entry = *joined}, k_author));
	CHECK(facts_of(held).size() == 2);

	const std::vector<Prepared> third = {report("ba", "2021-05-05")};
	held.add(third);
	REQUIRE(held.fact(named("F1.0"), 10)->sources.size() == 2);
	const auto split = held.decide(Split{.fact = named("F1.0"), .records = {named("R3.0")}}, k_author);
	REQUIRE(split);
	CHECK(held.fact(named("F1.0"), 10)->sources.size() == 1);
	CHECK(held.fact(named("F3.0"), 10)->fact.id == named("F3.0"));
	const std::vector<Prepared> again = {report("ba", "2021-05-05", "2")};
	held.add(again);
	CHECK(held.fact(named("F3.0"), 10)->fact.id == named("F3.0"));
	REQUIRE(held.decide(Undo{.entry = *split}, k_author));
	CHECK(held.fact(named("F3.0"), 10)->fact.id == named("F1.0"));
	CHECK(held.decide(Split{.fact = named("F1.0"), .records = {named("R1.0"), named("R3.0")}}, k_author)
	          .error()
	          .message == "decision-all-of-fact");
}

TEST_CASE("two facts that a person tells apart stay two, whatever tells of them later") {
	const Folder folder;
	Register held = made(folder, {report("một", "2021-05-05"), report("hai", "2021-06-06")});
	REQUIRE(facts_of(held).size() == 2);
	const auto apart = held.decide(Split{.fact = named("F1.0"), .records = {named("R2.0")}}, k_author);
	REQUIRE(apart);
	CHECK(facts_of(held).size() == 2);
	CHECK(held.rows().count_proposals(Proposals::of_records).number == 0);
	const std::string before = dump(held);
	held.rebuild([](std::int64_t, std::int64_t) {});
	CHECK(dump(held) == before);
	// The later decision counts; taken back, the former does.
	const auto joined = held.decide(Join{.a = named("R1.0"), .b = named("R2.0")}, k_author);
	REQUIRE(joined);
	CHECK(facts_of(held).size() == 1);
	REQUIRE(held.decide(Undo{.entry = *joined}, k_author));
	CHECK(facts_of(held).size() == 2);
	REQUIRE(held.decide(Undo{.entry = *apart}, k_author));
	CHECK(facts_of(held).size() == 2);
}

TEST_CASE("a fact that a person enters is held like the others") {
	const Folder folder;
	Register held = made(folder);
	const model::Record record{.value = model::Meeting{.date = "2020-02-02", .parties = {"VN-05/province"}}};
	const auto entry = held.decide(AddFact{.record = record}, k_author);
	REQUIRE(entry);
	const auto view = held.fact(entered_id(*entry), 10);
	REQUIRE(view);
	CHECK(write_id(IdKind::fact, view->fact.id) == "F0.1");
	CHECK(facts_of(held).size() == 1);
	REQUIRE(held.decide(Undo{.entry = *entry}, k_author));
	CHECK(facts_of(held).empty());
}

TEST_CASE("impossible decisions are refused and leave no trace") {
	const Folder folder;
	Register held = made(folder, {report("một")});
	const std::string before = dump(held);
	const auto refused = [&](const Decision& decision) { return held.decide(decision, k_author).error().message; };
	CHECK(refused(Confirm{.fact = named("F9.0")}) == "register-no-such");
	CHECK(refused(Correct{.fact = named("F1.0"), .field = "value", .value = "1"}) == "decision-field");
	CHECK(refused(Correct{.fact = named("F1.0"), .field = "ordinal", .value = "\"x\""}) == "decision-value");
	CHECK(refused(Correct{.fact = named("F1.0"), .field = "date", .value = "\"2019-02-30\""}) == "decision-date");
	CHECK(refused(Undo{.entry = 1}) == "decision-no-decision");
	CHECK(refused(Undo{.entry = 7}) == "register-no-such");
	CHECK(refused(Same{.a = "P1.0", .b = "VN-05/military-command"}) == "decision-kinds");
	CHECK(refused(AddFact{.record = {.value = model::Meeting{}}}) == "decision-record");
	CHECK(dump(held) == before);
	CHECK(held.verify().faults.empty());
}

TEST_CASE("two officers of one name become one by a decision, and two again") {
	const Folder folder;
	Register held = made(folder, {report("một", "2021-05-05", "1", "Trần Văn Bình"),
	                              report("hai", "2021-05-05", "1", "Trần Quang Minh")});
	const auto persons = [&] { return held.rows().list_persons({}).size(); };
	REQUIRE(persons() == 2);
	const auto same = held.decide(Same{.a = "P1.0", .b = "P2.0"}, k_author);
	REQUIRE(same);
	CHECK(persons() == 1);
	CHECK(held.person(named("P2.0"), 10)->person.id == named("P1.0"));
	CHECK(held.person(named("P2.0"), 10)->forms.size() == 2);
	REQUIRE(held.decide(Undo{.entry = *same}, k_author));
	CHECK(persons() == 2);
	REQUIRE(held.decide(Same{.a = "P1.0", .b = "P2.0"}, k_author));
	REQUIRE(held.decide(Different{.a = "P1.0", .b = "P2.0"}, k_author));  // the later word counts
	CHECK(persons() == 2);
}

TEST_CASE("the projection made anew is the one that grew, decisions and all") {
	const Folder folder;
	Register held = made(folder, {report("một"), report("hai", "2021-05-06"), report("ba", "2019-01-01")});
	REQUIRE(held.decide(Join{.a = named("R1.0"), .b = named("R3.0")}, k_author));
	REQUIRE(held.decide(Split{.fact = named("F1.0"), .records = {named("R2.0")}}, k_author));
	const auto undone = held.decide(Reject{.fact = named("F2.0")}, k_author);
	REQUIRE(held.decide(Undo{.entry = *undone}, k_author));
	REQUIRE(held.decide(Same{.a = "P1.0", .b = "P2.0"}, k_author));
	const std::vector<Prepared> again = {report("hai", "2021-05-07", "2")};
	held.add(again);
	const std::string before = dump(held);
	CHECK(held.verify().faults.empty());
	held.rebuild(nullptr);
	CHECK(dump(held) == before);
}

TEST_CASE("whoever changes the journal, a text or the facts is found out") {
	const auto found = [](const char* sql) {
		const Folder folder;
		made(folder, {report("một"), report("hai")});
		database(folder.path / "r.db").run(sql);
		Register held = made(folder);
		const Proof proof = held.verify();
		return proof.faults.empty() ? std::string{} : proof.faults.front().message;
	};
	CHECK(found("SELECT 1").empty());
	CHECK(found("UPDATE journal SET who = 'x' WHERE seq = 1") == "verify-chain");
	CHECK(found("UPDATE journal SET payload = replace(payload, '2021', '2020')") == "verify-chain");
	CHECK(found("DELETE FROM journal WHERE seq = 1") == "verify-gap");
	CHECK(found("UPDATE texts SET text = 'x' WHERE document = 2") == "verify-text");
	CHECK(found("UPDATE facts SET value = replace(value, '2021', '2020')") == "verify-projection");
	CHECK(found("DELETE FROM records WHERE id = 65536") == "verify-projection");
}

TEST_CASE("a change that cannot be written whole leaves nothing") {
	const Folder folder;
	Register held = made(folder, {report("một")});
	const std::string before = dump(held);
	// Another hand makes the table of mentions, which is written last, refuse all rows.
	database(folder.path / "r.db")
	    .run("CREATE TRIGGER no_people BEFORE INSERT ON person_mentions BEGIN SELECT RAISE(ABORT, 'no'); END");
	const std::vector<Prepared> next = {report("hai")};
	CHECK_THROWS_AS(held.add(next), StoreError);
	database(folder.path / "r.db").run("DROP TRIGGER no_people");
	CHECK(dump(held) == before);
	CHECK(held.add(next).front().document == 2);
}

TEST_CASE("a register that nobody can write to is read without anything put beside it") {
	const Folder folder;
	const auto path = folder.path / "r?a#b%20.db";
	{
		auto held = Register::open(path, Access::write);
		REQUIRE(held);
		held->add(std::vector{report("một")});
	}
	const auto files = [&] {
		return std::distance(std::filesystem::directory_iterator{folder.path}, std::filesystem::directory_iterator{});
	};
	REQUIRE(files() == 1);
	CHECK(Database::frozen(path).number("SELECT count(*) FROM documents") == 1);
	CHECK(files() == 1);
}

TEST_CASE("a register of a newer version is refused") {
	const Folder folder;
	made(folder);
	database(folder.path / "r.db").run("PRAGMA user_version = 6");
	const auto opened = Register::open(folder.path / "r.db", Access::write);
	REQUIRE_FALSE(opened);
	CHECK(opened.error().message == "register-newer");
	CHECK(opened.error().values == std::vector<std::string>{"6", "5"});
}

TEST_CASE("a register of version 1 is brought up to date after a copy was made") {
	const Folder folder;
	const auto path = folder.path / "r.db";
	const Prepared told = report("một");
	{
		Database old{path, Access::write, k_wait};
		old.run(schema_file(1).c_str());
		old.run(("PRAGMA user_version = 1; PRAGMA application_id = " + std::to_string(k_application_id)).c_str());
		old.prepare("INSERT INTO documents VALUES (?, 'một.txt', 'Hội đàm', '2021-05-06', ?, '1', '2', '2026-01-01')")
		    .bind(std::string_view{told.entry.sha256})
		    .bind(std::string_view{told.text})
		    .run();
		old.prepare("INSERT INTO records VALUES (?, 0, 'meeting', ?, 0, 7, 'Hội đàm', 0.75)")
		    .bind(std::string_view{told.entry.sha256})
		    .bind(std::string_view{model::dump(model::to_json(told.entry.records[0].record))})
		    .run();
		old.prepare(
		       "INSERT INTO people VALUES (?, 0, 'Nguyễn Văn A', 'Đại tá', 'Chỉ huy trưởng', 'VN', 0, 7, 'x', 0.5)")
		    .bind(std::string_view{told.entry.sha256})
		    .run();
	}
	CHECK(refusal(path, Access::read) == "register-older");
	Register held = made(folder);
	CHECK(facts_of(held).size() == 1);
	CHECK(held.rows().list_persons({}).size() == 1);
	CHECK(held.verify().faults.empty());
	CHECK(Database{path.string() + ".version-1", Access::read, k_wait}.number("PRAGMA user_version") == 1);
}

TEST_CASE("a register of version 2 is brought up to date after a copy was made, its facts made anew") {
	const Folder folder;
	const auto path = folder.path / "r.db";
	const auto newer = folder.path / "newer.db";
	{
		auto held = Register::open(newer, Access::write);
		REQUIRE(held);
		held->add(std::vector{report("một")});
		Database old{path, Access::write, k_wait};
		add_tokenizer(old.handle());
		old.run(schema_file(2).c_str());
		old.run(("PRAGMA user_version = 2; PRAGMA application_id = " + std::to_string(k_application_id)).c_str());
		old.prepare("ATTACH ? AS newer").bind(std::string_view{newer.string()}).run();
		old.run("INSERT INTO journal SELECT * FROM newer.journal; INSERT INTO texts SELECT * FROM newer.texts;");
	}
	CHECK(refusal(path, Access::read) == "register-older");
	Register held = made(folder);
	CHECK(facts_of(held).size() == 1);
	CHECK(held.verify().faults.empty());
	CHECK(Database{path.string() + ".version-2", Access::read, k_wait}.number("PRAGMA user_version") == 2);
}

TEST_CASE("a register of version 4 keeps its texts when it is brought up to date") {
	const Folder folder;
	const auto path = folder.path / "r.db";
	const auto newer = folder.path / "newer.db";
	{
		auto held = Register::open(newer, Access::write);
		REQUIRE(held);
		held->add(std::vector{report("một"), report("hai")});
		Database old{path, Access::write, k_wait};
		add_tokenizer(old.handle());
		for (const int version : {2, 3, 4}) old.run(schema_file(version).c_str());
		old.run(("PRAGMA user_version = 4; PRAGMA application_id = " + std::to_string(k_application_id)).c_str());
		old.prepare("ATTACH ? AS newer").bind(std::string_view{newer.string()}).run();
		old.run("INSERT INTO journal SELECT * FROM newer.journal; INSERT INTO texts SELECT * FROM newer.texts;");
	}
	CHECK(refusal(path, Access::read) == "register-older");
	Register held = made(folder);
	auto other = Register::open(newer, Access::read);
	REQUIRE(other);
	CHECK(dump(held) == dump(*other));
	CHECK(held.verify().faults.empty());
	CHECK(held.add(std::vector{report("hai")}).front().outcome == Outcome::already_there);
	CHECK(held.rows().documents_with_words("(\"hoi\")", 10, 100).size() == 2);
	CHECK(Database{path.string() + ".version-4", Access::read, k_wait}.number("PRAGMA user_version") == 4);
}

TEST_CASE("what is no register is refused and left as it is") {
	const Folder folder;
	const auto path = folder.path / "r.db";
	CHECK(refusal(path, Access::read) == "register-missing");
	CHECK_FALSE(std::filesystem::exists(path));
	CHECK(refusal(folder.path, Access::write) == "register-is-folder");
	CHECK(refusal(folder.path / "none" / "r.db", Access::write) == "register-cannot-open");
	std::ofstream{path} << "This is a letter, not a database, and it is long enough to be sure of that.";
	CHECK(refusal(path, Access::write) == "register-not-database");
	CHECK(refusal(path, Access::read) == "register-not-database");
	database(folder.path / "other.db").run("CREATE TABLE songs (name TEXT)");
	CHECK(refusal(folder.path / "other.db", Access::write) == "register-foreign");
}

TEST_CASE("a file in which nothing was made yet is no register, and becomes one") {
	const Folder folder;
	const auto path = folder.path / "r.db";
	std::ofstream(path).close();
	CHECK(refusal(path, Access::read) == "register-missing");
	database(path).run("PRAGMA journal_mode = WAL");
	CHECK(refusal(path, Access::read) == "register-missing");
	made(folder, {report("một")});
	CHECK(refusal(path, Access::read) == "opened");
}

TEST_CASE("a register whose making was broken off can be asked for and made") {
	const Folder folder;
	const auto path = folder.path / "r.db";
	Database broken = database(folder.path / "broken.db");
	// More than the cache holds goes to the disk before the change is done, and the journal says how to take it back.
	broken.run("PRAGMA cache_size = 1; BEGIN; CREATE TABLE songs (name TEXT);");
	for (int i = 0; i < 50; ++i) broken.run("INSERT INTO songs VALUES (hex(zeroblob(2000)))");
	std::filesystem::copy_file(folder.path / "broken.db", path);
	std::filesystem::copy_file(folder.path / "broken.db-journal", path.string() + "-journal");
	REQUIRE(std::filesystem::file_size(path) > 0);
	CHECK(refusal(path, Access::read) == "register-missing");
	CHECK(std::filesystem::file_size(path) == 0);
	made(folder, {report("một")});
	CHECK(refusal(path, Access::read) == "opened");
}

TEST_CASE("a register in use by another writer is told as busy") {
	const Folder folder;
	made(folder);
	Database holder = database(folder.path / "r.db");
	holder.run("BEGIN IMMEDIATE");
	auto opened = Register::open(folder.path / "r.db", Access::write, std::chrono::milliseconds{1});
	REQUIRE(opened);
	const std::vector<Prepared> one = {report("một")};
	CHECK_THROWS_AS(opened->add(one), StoreError);
}

TEST_CASE("a reader sees whole changes while another writes") {
	const Folder folder;
	made(folder);
	std::atomic<bool> stop = false;
	std::atomic<int> seen = 0;
	std::atomic<int> wrong = 0;
	std::thread reader{[&] {
		auto opened = Register::open(folder.path / "r.db", Access::read);
		while (opened && !stop) {
			// Each change puts two documents in: an odd number would be half of one.
			const ReadingView view{opened->rows()};
			const auto documents = opened->rows().list_documents({}).size();
			const auto sources =
			    facts_of(*opened).empty() ? 0 : opened->rows().signatures_of_fact(named("F1.0")).at(0).records;
			if (documents % 2 != 0 || sources != static_cast<std::int64_t>(documents)) ++wrong;
			++seen;
		}
	}};
	Register held = made(folder);
	for (int i = 0; i < 20; ++i) {
		const std::vector<Prepared> two = {report(std::to_string(i)), report(std::to_string(i) + " bis")};
		held.add(two);
	}
	while (seen == 0) std::this_thread::yield();
	stop = true;
	reader.join();
	CHECK(wrong == 0);
}

TEST_CASE("what is read within one view is of one state, dumps too") {
	const Folder folder;
	Register held = made(folder, {report("một")});
	auto reader = Register::open(folder.path / "r.db", Access::read);
	REQUIRE(reader);
	{
		const ReadingView view{reader->rows()};
		const std::string before = dump(*reader);
		const std::vector<Prepared> one = {report("hai")};
		held.add(one);
		CHECK(dump(*reader) == before);
		CHECK(reader->rows().list_documents({}).size() == 1);
	}
	CHECK(reader->rows().list_documents({}).size() == 2);
}

TEST_CASE("names of things are written and read back") {
	for (const char* name : {"D12", "R12.3", "F0.57", "P1.0", "J4"}) {
		const auto id = parse_id(name);
		REQUIRE(id);
		CHECK(write_id(id->kind, id->number) == name);
	}
	CHECK(parse_id("f12.3")->number == record_id(12, 3));
	for (const char* name : {"", "F", "F12", "F12.", "F.3", "F-1.2", "F1.70000", "D0", "D1.2", "X1", "F0.0", "J1x"}) {
		INFO(name);
		CHECK_FALSE(parse_id(name).has_value());
	}
}

TEST_CASE("the hash is SHA-256") {
	CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a province belongs to its country") {
	CHECK(belongs_to("VN-05", "VN"));
	CHECK(belongs_to("VN-05", "VN-05"));
	CHECK_FALSE(belongs_to("VN", "VN-05"));
	CHECK_FALSE(belongs_to("VN-0", "VN-05"));
	CHECK_FALSE(belongs_to("LA-HO", "VN"));
}
