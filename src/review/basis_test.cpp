#include "review/basis.hpp"

#include <doctest/doctest.h>

#include "review/made_material.hpp"

using namespace bienban;
using namespace bienban::review;

namespace {

using Day = std::optional<std::string>;
using model::Instrument;

model::Agreement paper(Day signed_on, Day term, Instrument instrument = Instrument::memorandum) {
	return {.act = model::Act::signed_,
	        .instrument = instrument,
	        .parties = k_commands,
	        .signed_on = std::move(signed_on),
	        .term = std::move(term)};
}

Basis only(const MadeMaterial& material, const Question& question = asked()) {
	const auto papers = basis(material.made(question));
	REQUIRE(papers.size() == 1);
	return papers.front();
}

}  // namespace

TEST_CASE("a paper is in force within its term and has ended after it") {
	MadeMaterial material;
	material.add(paper("2020-01-05", "2020/2024"));
	CHECK_FALSE(only(material, asked({}, {}, 20250101)).in_force);
	CHECK(only(material, asked({}, {}, 20250101)).ended);
	CHECK(only(material, asked({}, {}, 20241231)).in_force);
	CHECK_FALSE(only(material, asked({}, {}, 20241231)).ended);
	CHECK_FALSE(only(material, asked({}, {}, 20191231)).in_force);
	CHECK_FALSE(only(material, asked({}, {}, 20191231)).ended);
}

TEST_CASE("a term without an end goes on, one without a beginning ends") {
	MadeMaterial open;
	open.add(paper("2020-01-05", "2020/.."));
	CHECK(only(open).in_force);
	MadeMaterial until;
	until.add(paper("2015-01-05", "../2020"));
	CHECK(only(until).ended);
	CHECK(only(until).term->last == 20201231);
}

TEST_CASE("without a term a treaty, an accord, a protocol and a regulation stand, of other papers it is not known") {
	for (const Instrument instrument :
	     {Instrument::treaty, Instrument::accord, Instrument::protocol, Instrument::regulation}) {
		MadeMaterial material;
		material.add(paper("1990-01-05", std::nullopt, instrument));
		CHECK(only(material).in_force);
		CHECK_FALSE(only(material).ended);
		CHECK_FALSE(only(material, asked({}, {}, 19891231)).in_force);
	}
	for (const Instrument instrument : {Instrument::memorandum, Instrument::minutes, Instrument::agreement,
	                                    Instrument::programme, Instrument::directive}) {
		MadeMaterial material;
		material.add(paper("2020-01-05", std::nullopt, instrument));
		CHECK_FALSE(only(material).in_force);
		CHECK_FALSE(only(material).ended);
	}
}

TEST_CASE("the basis is what was in force in the period or signed in it") {
	MadeMaterial material;
	const auto in_force = material.add(paper("2010-01-05", "2010/2018"));
	material.add(paper("2005-01-05", "2005/2009"));
	material.add(paper("2012-01-05", std::nullopt));
	const auto stands = material.add(paper("1977-07-18", std::nullopt, Instrument::treaty));
	material.add(paper("2023-03-01", std::nullopt, Instrument::accord));
	const auto signed_in_it = material.add(paper("2020-12-05", "2021/2025"));
	const Material made = material.made(asked("2018", "2020"));
	const auto papers = basis(made);
	REQUIRE(papers.size() == 3);
	CHECK(papers[0].item == at(made, stands));
	CHECK(papers[1].item == at(made, in_force));
	CHECK(papers[2].item == at(made, signed_in_it));
}

TEST_CASE("a paper from before the period is named as replaced, and one that a later one replaced is not in force") {
	MadeMaterial material;
	const auto before = material.add(paper("2010-01-05", "2010/2014"));
	const auto first = material.add(paper("2015-01-05", "2015/2021"));
	const auto second = material.add(paper("2020-06-05", "2020-06/2025"));
	const Material made = material.made(asked("2016", "2022", 20200701));
	const auto papers = basis(made);
	REQUIRE(papers.size() == 2);
	CHECK(papers[0].item == at(made, first));
	CHECK(papers[0].replaces == at(made, before));
	CHECK(papers[0].replaced_by == at(made, second));
	CHECK(papers[0].followed);
	CHECK_FALSE(papers[0].in_force);
	CHECK_FALSE(papers[0].ended);
	CHECK(papers[1].in_force);
	CHECK(basis(material.made(asked("2016", "2022", 20200531)))[0].in_force);
}

TEST_CASE("a paper was signed at the meeting of its sides on its day") {
	MadeMaterial material;
	material.add(paper("2020-01-05", "2020/2024"));
	const auto ceremony =
	    material.add(model::Meeting{.kind = model::MeetingKind::ceremony, .date = "2020-01-05", .parties = k_commands});
	material.add(model::Meeting{.date = "2020-01-05", .parties = k_guards});
	material.add(model::Meeting{.date = "2020-01-06", .parties = k_commands});
	material.add(model::Meeting{.date = "2020", .parties = k_commands});
	const auto signed_at = [&] {
		const Material made = material.made();
		const auto item = basis(made).front().signed_at;
		return item ? made.items[*item].fact : 0;
	};
	CHECK(signed_at() == ceremony);
	const auto talks =
	    material.add(model::Meeting{.date = "2020-01-04/2020-01-05", .parties = {"LA-HO/province", "VN-05/province"}});
	CHECK(signed_at() == talks);
	material.add(model::Meeting{.date = "2020-01-05", .parties = k_commands});
	CHECK(signed_at() == 0);
	const auto chaired = material.add(model::Meeting{
	    .kind = model::MeetingKind::reception, .date = "2020-01-05", .parties = k_commands, .chairs = {"A"}});
	CHECK(signed_at() == chaired);
}

TEST_CASE("a paper of some month was signed at the meeting that its own document tells") {
	MadeMaterial material;
	material.add(paper("2020-01", "2020/2024"));
	const auto talks = material.add(model::Meeting{.date = "2020-01-14", .parties = k_commands}, {}, true);
	material.add(model::Meeting{.date = "2020-01-20", .parties = k_commands});
	const Material made = material.made();
	CHECK(basis(made).front().signed_at == at(made, talks));
}
