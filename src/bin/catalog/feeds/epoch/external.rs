//! Other people's boards, as Epoch AI collects them.

use super::take_effort;
use crate::claims::{BenchmarkResult, Claim, Harvest, Says};
use crate::error::Error;
use crate::feeds::Input;
use crate::feeds::cells::{Cells, read_cells};
use crate::feeds::effort::split_effort;

/// What the columns of one table mean. Where a name is empty, the table has no such column.
struct Table {
    file: &'static str,
    /// Who runs the board: the name of its series in `benchmarks.toml`.
    board: &'static str,
    value: &'static str,
    error: Spread,
    harness: Harness,
    date: &'static str,
    /// The name on the board, which may end in an effort in brackets.
    name: &'static str,
    /// Where the benchmark has several versions.
    version: &'static str,
    /// The page that states the result, where the table also has results of other pages than the board's.
    page: &'static str,
    /// A column, and how the cells of the rows begin that are read.
    only: (&'static str, &'static [&'static str]),
}

/// How a table states the error of its values.
enum Spread {
    Unknown,
    /// A column, and by how much its scale is finer than that of the values.
    Error(&'static str, f64),
    /// The ends of an interval of 95 percent.
    Interval(&'static str, &'static str),
}

/// How a table names the program that ran the model.
enum Harness {
    /// The board's own.
    Own,
    Column(&'static str),
    /// One program, in the version of a column.
    Version(&'static str, &'static str),
}

const PLAIN: Table = Table {
    file: "",
    board: "",
    value: "Score",
    error: Spread::Unknown,
    harness: Harness::Own,
    date: "",
    name: "",
    version: "",
    page: "",
    only: ("Model version", &[""]),
};

/// Left out are: boards whose rights are unclear (`webdev_arena`, `live_bench`, `fictionlivebench`, `lech_mazur_writing`,
/// `hle`); tables gathered from papers, where every row was run by somebody else in another way (`adversarial_nli`,
/// `arc_ai2`, `bbh`, `bool_q`, `common_sense_qa_2`, `gsm8k`, `hella_swag`, `lambada`, `open_book_qa`, `piqa`,
/// `science_qa`, `superglue`, `trivia_qa`, `video_mme`, `wino_grande`, and of `mmlu` all but HELM's runs); and
/// `the_agent_company`, whose rows are of many agents.
const TABLES: [Table; 20] = [
    Table {
        file: "aider_polyglot_external",
        board: "Aider",
        value: "Percent correct",
        harness: Harness::Column("Edit format"),
        date: "Date of evaluation",
        ..PLAIN
    },
    Table {
        file: "apex_agents_external",
        board: "Mercor",
        value: "Pass@1 score",
        error: Spread::Error("Pass@1 Standard Error", 100.0),
        name: "Name",
        ..PLAIN
    },
    Table { file: "arc_agi_external", board: "ARC Prize", name: "Name", ..PLAIN },
    Table { file: "arc_agi_2_external", board: "ARC Prize", name: "Name", ..PLAIN },
    Table {
        file: "balrog_external",
        board: "BALROG",
        value: "Average progress",
        error: Spread::Error("Average Standard error", 1.0),
        ..PLAIN
    },
    Table { file: "cad_eval_external", board: "CadEval", value: "Overall pass (%)", ..PLAIN },
    Table { file: "cybench_external", board: "Cybench", value: "Unguided % Solved", page: "Source link", ..PLAIN },
    Table {
        file: "deepresearchbench_external",
        board: "FutureSearch",
        value: "Average score",
        // Rows without it have the scores of agents under the names of models.
        only: ("Source link", &["https://drb.futuresearch.ai"]),
        ..PLAIN
    },
    Table { file: "gdpval_external", board: "OpenAI's graders", value: "Win + tie rate (%)", ..PLAIN },
    Table { file: "geobench_external", board: "GeoBench", value: "ACW Avg Score", only: ("Tools", &["None"]), ..PLAIN },
    Table {
        file: "gso_external",
        board: "GSO",
        value: "Score OPT@1",
        harness: Harness::Column("Scaffold"),
        date: "Evaluation date",
        ..PLAIN
    },
    Table {
        file: "metr_time_horizons_external",
        board: "METR",
        value: "Time horizon",
        error: Spread::Interval("CI_low", "CI_high"),
        version: "METR version",
        ..PLAIN
    },
    Table {
        file: "mmlu_external",
        board: "HELM Lite",
        value: "EM",
        only: ("Source link", &["https://crfm.stanford.edu/helm/lite/"]),
        ..PLAIN
    },
    Table {
        file: "os_world_external",
        board: "OSWorld",
        date: "Date added",
        name: "Agent",
        only: ("Source link", &["https://os-world.github.io/"]),
        ..PLAIN
    },
    Table {
        file: "posttrainbench_external",
        board: "PostTrainBench",
        value: "Average (%)",
        harness: Harness::Column("Scaffold"),
        name: "Name",
        ..PLAIN
    },
    Table { file: "simplebench_external", board: "SimpleBench", value: "Score (AVG@5)", ..PLAIN },
    Table {
        file: "swe_bench_bash",
        board: "SWE-bench",
        value: "% Resolved",
        harness: Harness::Version("mini-SWE-agent", "SWE-Agent Release Version"),
        date: "Date run",
        ..PLAIN
    },
    Table {
        file: "terminalbench_external",
        board: "Terminal-Bench",
        value: "Accuracy mean",
        error: Spread::Error("Accuracy SE", 1.0),
        harness: Harness::Column("Agent"),
        date: "Run date",
        // The others are products that run one or two models.
        only: ("Agent", &["Terminus 2", "Mini-SWE-Agent", "OpenHands"]),
        ..PLAIN
    },
    Table { file: "vpct_external", board: "VPCT", value: "Correct", ..PLAIN },
    Table { file: "weirdml_external", board: "WeirdML", value: "Accuracy", ..PLAIN },
];

/// All tables that are read.
pub(in crate::feeds) fn read_external(input: &Input) -> Result<Harvest, Error> {
    let mut harvest = Harvest::default();
    for table in &TABLES {
        for row in read_cells(&input.path.join(format!("{}.csv", table.file)), b',')? {
            harvest.claims.extend(table.claim(&row, input)?);
        }
    }
    Ok(harvest)
}

impl Table {
    /// `None` for a row without a model or a value, and one that is not read.
    fn claim(&self, row: &Cells, input: &Input) -> Result<Option<Claim>, Error> {
        let (column, beginnings) = self.only;
        let cell = row.text(column)?;
        let model = row.text("Model version")?;
        let (Some(value), false) = (row.number(self.value)?, model.is_empty()) else { return Ok(None) };
        if !beginnings.iter().any(|beginning| cell.starts_with(beginning)) {
            return Ok(None);
        }
        let (id, effort) = take_effort(model);
        let on_board = optional(row, self.name)?.and_then(|name| split_effort(name).1);
        let result = BenchmarkResult {
            benchmark: [Some(self.file), optional(row, self.version)?]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
            value,
            stderr: self.error.of(row)?,
            variant: on_board.or(effort),
            harness: self.harness.of(row)?,
            date: optional(row, self.date)?.and_then(|day| day.parse().ok()),
            url: optional(row, self.page)?.map(str::to_owned),
            ..BenchmarkResult::default()
        };
        let released = row.text("Release date")?.parse().ok();
        let says = Says { released, results: vec![result], ..Says::default() };
        Ok(Some(input.on_board(self.board, id, says)))
    }
}

/// A cell that may be empty, of a column that the table may not have.
fn optional<'a>(row: &'a Cells, column: &str) -> Result<Option<&'a str>, Error> {
    if column.is_empty() {
        return Ok(None);
    }
    Ok(Some(row.text(column)?).filter(|text| !text.is_empty()))
}

impl Spread {
    /// The standard error, on the scale of the value.
    fn of(&self, row: &Cells) -> Result<Option<f64>, Error> {
        match self {
            Self::Unknown => Ok(None),
            Self::Error(column, finer) => Ok(row.number(column)?.map(|error| error / finer)),
            Self::Interval(low, high) => {
                let ends = row.number(low)?.zip(row.number(high)?);
                Ok(ends.map(|(low, high)| (high - low) / (2.0 * 1.96)))
            }
        }
    }
}

impl Harness {
    fn of(&self, row: &Cells) -> Result<Option<String>, Error> {
        let (program, version) = match self {
            Self::Own => return Ok(None),
            Self::Column(column) => (row.text(column)?, ""),
            Self::Version(program, column) => (*program, row.text(column)?.split('.').next().unwrap_or_default()),
        };
        Ok(Some(format!("{program} {version}").trim_end().to_owned()).filter(|name| !name.is_empty()))
    }
}
