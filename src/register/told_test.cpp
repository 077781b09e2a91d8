#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "register/register.hpp"
#include "register/scratch_folder.hpp"

using namespace bienban;
using namespace bienban::registry;

namespace {

/// A register in a folder of its own, gone after the test.
struct Held {
	Register open(Access access) const {
		auto opened = Register::open(folder.path / "r.db", access);
		REQUIRE(opened);
		return std::move(*opened);
	}
	ScratchFolder folder;
};

const Author k_author{.who = "Lan", .why = "so với biên bản"};

/// A document that tells of gifts, results and a visit of one year, under a number of its own.
Prepared told_of(int year, int number) {
	const std::string name = std::to_string(year) + "-" + std::to_string(number);
	model::Document document{.source = name + ".txt",
	                         .text = "Tặng gạo, tuần tra và thăm: " + name,
	                         .blocks = {},
	                         .title = name,
	                         .published = std::to_string(year) + "-12-30",
	                         .authors = {}};
	model::Reading reading;
	reading.places = {"LA-HO", "VN-05"};
	const base::Span span{base::ByteOffset{std::size_t{0}}, base::ByteOffset{std::size_t{4}}};
	const std::vector<model::Party> ours = {"VN-05/province"};
	const std::vector<model::Party> theirs = {"LA-HO/province"};
	const auto date = std::to_string(year);
	for (int i = 0; i < 10; ++i) {
		reading.records.push_back({.value = model::Support{.item = "gạo " + std::to_string(number * 10 + i),
		                                                   .value = i + 1.0,
		                                                   .unit = "tấn",
		                                                   .giver = ours,
		                                                   .receiver = theirs,
		                                                   .period = date},
		                           .evidence = span});
		reading.records.push_back({.value = model::Result{.value = 100.0 * number + i,
		                                                  .unit = "lượt " + std::to_string(i),
		                                                  .theme = model::Theme::joint_patrol,
		                                                  .by = ours,
		                                                  .to = theirs,
		                                                  .period = date},
		                           .evidence = span});
	}
	return prepare(std::move(document), reading, {.program = "1", .lexicon = "2"});
}

FactQuestion between() {
	FactQuestion question;
	question.between_a = {"VN-05"};
	question.between_b = {"LA-HO"};
	question.sort = Sort::id;
	question.page.limit = static_cast<std::size_t>(-1);
	return question;
}

/// All that two readings of one register could differ in.
std::string all_of(const std::vector<ToldFact>& facts) {
	std::string all;
	for (const ToldFact& told : facts) {
		all.append(write_id(IdKind::fact, told.fact.id)).append(" ").append(told.fact.value);
		all.append(" ").append(std::to_string(told.records));
		for (const Source& source : told.sources) {
			all.append(" ").append(write_id(IdKind::record, source.record));
			all.append(" ").append(source.published.value_or("-")).append(" ").append(source.quote);
		}
		all.append("\n");
	}
	return all;
}

}  // namespace

TEST_CASE("facts read by two handles are those that one reads") {
	const Held held;
	Register writer = held.open(Access::write);
	std::vector<Prepared> documents;
	for (int number = 0; number < 40; ++number) documents.push_back(told_of(2000 + number % 20, number));
	writer.add(documents);
	REQUIRE(writer.decide(Reject{.fact = record_id(3, 4)}, k_author));
	model::Record entered;
	entered.value = model::Visit{.from = "VN-05/province", .to = "LA-HO/province", .date = "2031-04-05"};
	REQUIRE(writer.decide(AddFact{.record = entered}, k_author));

	Register reader = held.open(Access::read);
	const ReadingView view{reader.rows()};
	auto beside = reader.beside();
	REQUIRE(beside);
	const auto alone = reader.told(between(), 3);
	const auto both = reader.told(between(), 3, &*beside);
	REQUIRE(alone);
	REQUIRE(both);
	CHECK(alone->size() > 500);
	CHECK(all_of(*alone) == all_of(*both));
	CHECK(is_entered(both->back().fact.id));

	// The same rows, found one by one.
	auto listed = between();
	listed.page.limit = 100'000;
	CHECK(all_of(*reader.told(listed, 3)) == all_of(*both));
}

TEST_CASE("what a question asks beside its places holds for facts that are read at once") {
	const Held held;
	Register writer = held.open(Access::write);
	writer.add(std::vector{told_of(2001, 1), told_of(2002, 2)});
	auto question = between();
	question.types = {"support"};
	question.any_party = {"LA-HO/province", "VN-05/province"};
	const auto told = writer.told(question, 3);
	REQUIRE(told);
	CHECK(told->size() == 20);
	CHECK(std::ranges::all_of(*told, [](const ToldFact& one) { return one.fact.type == "support"; }));
	question.any_party = {"LA-LP/province"};
	CHECK(writer.told(question, 3)->empty());
}

TEST_CASE("a handle beside another is on the same state or is not given") {
	const Held held;
	Register writer = held.open(Access::write);
	writer.add(std::vector{told_of(2001, 1)});
	Register reader = held.open(Access::read);
	const ReadingView view{reader.rows()};
	REQUIRE(reader.rows().last_entry());
	auto before = reader.beside();
	REQUIRE(before);
	writer.add(std::vector{told_of(2002, 2)});
	CHECK_FALSE(reader.beside());
	CHECK(before->rows().last_entry()->seq == 1);  // it stays where it was
}
