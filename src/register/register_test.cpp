#include "register/register.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

#include "register/schema.hpp"

using namespace bienban;
using namespace bienban::registry;

namespace {

/// A folder for one test, gone after it.
struct Folder {
	Folder() {
		std::string name = (std::filesystem::temp_directory_path() / "bienban-XXXXXX").string();
		REQUIRE(mkdtemp(name.data()) != nullptr);
		path = name;
	}
	~Folder() {
		std::error_code ignored;
		std::filesystem::remove_all(path, ignored);
	}
	Folder(const Folder&) = delete;
	Folder& operator=(const Folder&) = delete;
	std::filesystem::path path;
};

model::Document document(std::string text) {
	return {.source = "a.txt",
	        .text = std::move(text),
	        .blocks = {},
	        .title = "Hội đàm",
	        .published = "2021-05-06",
	        .authors = {}};
}

model::Reading talks_of(model::Party a, model::Party b) {
	model::Reading reading;
	model::Meeting meeting{.date = "2021-05-05", .parties = {std::move(a), std::move(b)}};
	reading.records.push_back({.value = meeting,
	                           .evidence = {base::ByteOffset{std::size_t{0}}, base::ByteOffset{std::size_t{11}}},
	                           .certainty = 0.75F});
	reading.people.push_back({.name = "Nguyễn Văn A", .rank = "Đại tá", .title = std::nullopt, .country = "VN"});
	return reading;
}

const Versions k_versions{.program = "1", .lexicon = "2"};

std::string refusal(const std::filesystem::path& path, Access access) {
	const auto opened = Register::open(path, access);
	return opened ? "opened" : opened.error().message;
}

}  // namespace

TEST_CASE("a document added twice stands once") {
	const Folder folder;
	auto opened = Register::open(folder.path / "r.db", Access::write);
	REQUIRE(opened);
	const auto reading = talks_of("VN-05/province", "LA-HO/province");
	CHECK(opened->add(document("Hội đàm ở Sơn La"), reading, k_versions) == Added::added);
	CHECK(opened->add(document("Hội đàm ở Sơn La"), reading, k_versions) == Added::already_there);
	CHECK(opened->document_count() == 1);
	const auto found = opened->documents_between("LA-HO", "VN-05");
	REQUIRE(found);
	REQUIRE(found->size() == 1);
	CHECK(found->front().records.size() == 1);
}

TEST_CASE("a record comes back with its words and code points") {
	const Folder folder;
	{
		auto opened = Register::open(folder.path / "r.db", Access::write);
		REQUIRE(opened);
		opened->add(document("Hội đàm ở Sơn La"), talks_of("VN-05/province", "LA-HO/province"), k_versions);
	}
	auto opened = Register::open(folder.path / "r.db", Access::read);
	REQUIRE(opened);
	const auto found = opened->documents_between("VN-05", "LA");
	REQUIRE(found);
	REQUIRE(found->size() == 1);
	CHECK(found->front().title == "Hội đàm");
	CHECK(found->front().published == "2021-05-06");
	const StoredRecord& record = found->front().records.at(0);
	CHECK(record.quote == "Hội đàm");
	CHECK(record.begin.value == 0);
	CHECK(record.end.value == 7);
	CHECK(record.certainty == doctest::Approx(0.75));
	CHECK(std::get<model::Meeting>(record.record.value).date == "2021-05-05");
}

TEST_CASE("only documents that bind both places are found") {
	const Folder folder;
	auto opened = Register::open(folder.path / "r.db", Access::write);
	REQUIRE(opened);
	opened->add(document("một"), talks_of("VN-05/province", "LA-HO/province"), k_versions);
	opened->add(document("hai"), talks_of("VN-22/province", "LA-XI/province"), k_versions);
	opened->add(document("ba"), talks_of("VN/state", "LA/state"), k_versions);
	CHECK(opened->documents_between("VN-05", "LA-HO")->size() == 1);
	CHECK(opened->documents_between("VN-05", "LA-XI")->empty());
	CHECK(opened->documents_between("VN", "LA")->size() == 3);
}

TEST_CASE("a document that cannot be written whole leaves nothing") {
	const Folder folder;
	auto opened = Register::open(folder.path / "r.db", Access::write);
	REQUIRE(opened);
	opened->add(document("một"), talks_of("VN-05/province", "LA-HO/province"), k_versions);
	// Another hand makes the table of people, which is written last, refuse all rows.
	Database other{folder.path / "r.db", Access::write};
	other.run("CREATE TRIGGER no_people BEFORE INSERT ON people BEGIN SELECT RAISE(ABORT, 'no'); END");
	CHECK_THROWS_AS(opened->add(document("hai"), talks_of("VN-05/province", "LA-HO/province"), k_versions),
	                SqliteError);
	CHECK(opened->document_count() == 1);
	CHECK(other.number("SELECT count(*) FROM records") == 1);
	CHECK(other.number("SELECT count(*) FROM record_parties") == 2);
}

TEST_CASE("a register of a newer version is refused") {
	const Folder folder;
	REQUIRE(Register::open(folder.path / "r.db", Access::write));
	Database{folder.path / "r.db", Access::write}.run("PRAGMA user_version = 2");
	const auto opened = Register::open(folder.path / "r.db", Access::write);
	REQUIRE_FALSE(opened);
	CHECK(opened.error().message == "register-newer");
	CHECK(opened.error().values == std::vector<std::string>{"2", "1"});
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
	Database{folder.path / "other.db", Access::write}.run("CREATE TABLE songs (name TEXT)");
	CHECK(refusal(folder.path / "other.db", Access::write) == "register-foreign");
}

TEST_CASE("a register in use by another writer is told as busy") {
	const Folder folder;
	Database holder{folder.path / "r.db", Access::write};
	const Transaction lock{holder};
	const auto opened = Register::open(folder.path / "r.db", Access::write, std::chrono::milliseconds{1});
	REQUIRE_FALSE(opened);
	CHECK(opened.error().message == "register-busy");
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
