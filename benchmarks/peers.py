"""Public peers that forecast one short yearly series: statsmodels always, statsforecast where installed."""

import warnings
from collections.abc import Callable, Mapping
from importlib.util import find_spec

import numpy as np
import pandas as pd
from statsmodels.tsa.arima.model import ARIMA
from statsmodels.tsa.exponential_smoothing.ets import ETSModel
from statsmodels.tsa.forecasting.theta import ThetaModel

Peer = Callable[[np.ndarray, int], np.ndarray]
"""``peer(values, horizons)`` → median and the limits of the 90 % interval, (3, horizons)."""

SHARE = 0.10  # outside a 90 % interval


def peers() -> Mapping[str, Peer]:
    """The peers at hand, by name."""
    found: dict[str, Peer] = {
        "statsmodels ETS": _quiet(_ets),
        "statsmodels Theta": _quiet(_theta),
        "statsmodels ARIMA(0,1,1) with drift": _quiet(_arima),
    }
    return {**_statsforecast(), **found}


def _statsforecast() -> Mapping[str, Peer]:
    if find_spec("statsforecast") is None:
        return {}
    from statsforecast.models import AutoETS, DynamicOptimizedTheta

    def peer(model: object) -> Peer:
        def forecast(values: np.ndarray, horizons: int) -> np.ndarray:
            found = model.forecast(y=values, h=horizons, level=[90])  # type: ignore[attr-defined]
            return np.stack([found["mean"], found["lo-90"], found["hi-90"]])

        return forecast

    return {
        "AutoETS": peer(AutoETS(season_length=1)),
        "DynamicOptimizedTheta": peer(DynamicOptimizedTheta(season_length=1)),
    }


def _quiet(peer: Peer) -> Peer:
    """A peer without its warnings on convergence: they are its own affair."""

    def forecast(values: np.ndarray, horizons: int) -> np.ndarray:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return peer(values, horizons)

    return forecast


def _ets(values: np.ndarray, horizons: int) -> np.ndarray:
    series = pd.Series(values)  # its prediction intervals need an index
    model = ETSModel(series, error="add", trend="add", damped_trend=True, initialization_method="estimated")
    found = model.fit(disp=False).get_prediction(start=len(values), end=len(values) + horizons - 1)
    return np.vstack([found.predicted_mean, np.asarray(found.pred_int(SHARE)).T])


def _theta(values: np.ndarray, horizons: int) -> np.ndarray:
    fit = ThetaModel(values, period=1, deseasonalize=False).fit(disp=False)
    limits = fit.prediction_intervals(horizons, alpha=SHARE)
    return np.vstack([fit.forecast(horizons), np.asarray(limits).T])


def _arima(values: np.ndarray, horizons: int) -> np.ndarray:
    fit = ARIMA(values, order=(0, 1, 1), trend="t").fit()
    found = fit.get_forecast(horizons)
    return np.vstack([found.predicted_mean, np.asarray(found.conf_int(SHARE)).T])
