#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "conversion/locked.hpp"

namespace bienban::cli {

namespace {

using State = conversion::FormatState;

void tell_json(const conversion::LockState& lock, const std::vector<State>& all, Console& console) {
	nlohmann::ordered_json json;
	json["program"] = lock.program;
	json["lock"] = {{"enough", lock.enough()},
	                {"files", lock.files},
	                {"network", lock.network},
	                {"processes", lock.processes},
	                {"landlock", lock.landlock_version}};
	json["formats"] = nlohmann::ordered_json::array();
	for (const State& state : all) {
		json["formats"].push_back(
		    {{"name", state.name}, {"endings", state.endings}, {"works", state.works}, {"missing", state.packages}});
	}
	console.out(json.dump() + "\n");
}

void tell_table(const conversion::LockState& lock, const std::vector<State>& all, Console& console) {
	const base::Messages& messages = console.messages();
	const auto yes_no = [&](bool yes) { return messages.text(yes ? "doctor-yes" : "doctor-no"); };
	const auto line = [&](std::string_view id, const std::vector<std::string>& values) {
		console.out(messages.text(id, values) + "\n");
	};
	line("doctor-lock", {});
	line("doctor-program", {yes_no(lock.program)});
	line("doctor-files", {yes_no(lock.files), std::to_string(lock.landlock_version)});
	line("doctor-network", {yes_no(lock.network)});
	line("doctor-processes", {yes_no(lock.processes)});
	line(lock.enough() ? "doctor-enough" : "doctor-not-enough", {});
	console.out("\n");
	line("doctor-formats", {});
	for (const State& state : all) {
		std::string name{state.name};
		name.resize(std::max<std::size_t>(name.size(), 10), ' ');
		std::string packages;
		for (const std::string& package : state.packages) packages += (packages.empty() ? "" : " ") + package;
		const std::string words = state.works         ? messages.text("doctor-works")
		                          : !packages.empty() ? messages.text("doctor-install", {packages})
		                                              : messages.text("doctor-locked-out");
		console.out(name.insert(0, "  ").append(words).append("  (").append(state.endings).append(")\n"));
	}
}

}  // namespace

ExitCode doctor_command(const Arguments& arguments, Console& console) {
	const conversion::LockState lock = conversion::lock_state();
	const std::vector<State> all = conversion::format_states(lock);
	if (arguments.value("--format").value_or("table") == "json") {
		tell_json(lock, all, console);
	} else {
		tell_table(lock, all, console);
	}
	console.flush();
	const bool whole = std::ranges::all_of(all, [](const State& state) { return state.works; });
	return whole ? ExitCode::done : ExitCode::needs_a_look;
}

}  // namespace bienban::cli
